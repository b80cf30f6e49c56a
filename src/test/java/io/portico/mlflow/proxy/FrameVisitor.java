package io.portico.mlflow.proxy;

import io.portico.identity.Person;
import io.portico.mlflow.TrackingServers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Somebody of the echo team whom the portal lets into a frame. */
@ApplicationScoped
public class FrameVisitor {
  private static final Person VISITOR =
      new Person("visitor", "Visitor", Set.of("echo-team"), Set.of(), "session");

  private final FrameTickets tickets;
  private final TrackingServers servers;

  FrameVisitor(FrameTickets tickets, TrackingServers servers) {
    this.tickets = tickets;
    this.servers = servers;
  }

  String ticket(String server) {
    return tickets.issue(servers.of(VISITOR, server).orElseThrow(), VISITOR);
  }

  /** The header line of a fresh session. */
  public String cookie(String server) {
    return "Cookie: portico-frame-%s=%s"
        .formatted(server, tickets.exchange(ticket(server), server).orElseThrow());
  }
}
