package io.portico.deploy.configuration;

/** The zone of Route 53 in which the host names are made. */
public record HostedZone(String id, String name) {
  static HostedZone read(Section section) {
    return new HostedZone(
        section.required("id", Form.HOSTED_ZONE), section.required("name", Form.HOST));
  }

  boolean holds(String host) {
    return host.equals(name) || host.endsWith("." + name);
  }
}
