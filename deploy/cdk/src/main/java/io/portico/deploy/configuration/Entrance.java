package io.portico.deploy.configuration;

import java.util.List;

/**
 * The load balancer.
 *
 * @param internetFacing whether it has public addresses
 * @param from networks that may reach it
 * @param requestsPerToken a minute, of one Authorization header
 * @param requestsPerAddress a minute, of one address, behind which a whole company may be
 */
public record Entrance(
    boolean internetFacing, List<String> from, int requestsPerToken, int requestsPerAddress) {
  private static final String ANYWHERE = "0.0.0.0/0";

  static Entrance read(Section section) {
    boolean internetFacing = section.flag("internet-facing", true);
    List<String> from = section.texts("from", Form.CIDR);
    Section limits = section.section("requests-a-minute");
    Entrance entrance =
        new Entrance(
            internetFacing,
            from.isEmpty() && internetFacing ? List.of(ANYWHERE) : from,
            limits.number("of-a-token", 20_000, 10, 10_000_000),
            limits.number("of-an-address", 60_000, 10, 10_000_000));
    return entrance;
  }
}
