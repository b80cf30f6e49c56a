package io.portico.deploy.configuration;

import java.util.List;
import java.util.Optional;

/**
 * The portal's own address.
 *
 * @param certificateArn of a certificate in the deployment's region
 * @param contact whom people ask for access
 * @param embeddedIn origins that may show the portal in a frame
 * @param auditors groups that read everybody's activity
 */
public record Portal(
    String host,
    String certificateArn,
    Optional<String> contact,
    List<String> embeddedIn,
    List<String> auditors) {

  public String origin() {
    return "https://" + host;
  }

  static Portal read(Section section) {
    return new Portal(
        section.required("host", Form.HOST),
        section.required("certificate-arn", Form.CERTIFICATE),
        section.text("contact", Form.LINE),
        section.texts("embedded-in", Form.ORIGIN),
        section.texts("auditors", Form.GROUP));
  }
}
