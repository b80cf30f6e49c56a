package io.portico.mlflow;

import io.portico.identity.Caller;
import io.portico.identity.Person;
import java.util.Optional;

/** A tracking server, and what the person or program that asks may do there. */
public record ServerAccess(TrackingServer server, AccessLevel level) {

  static Optional<ServerAccess> of(TrackingServer server, Person person) {
    return server.levelOf(person).map(level -> new ServerAccess(server, level));
  }

  static Optional<ServerAccess> of(TrackingServer server, Caller caller) {
    return server.levelOf(caller).map(level -> new ServerAccess(server, level));
  }

  public boolean mayStartAndStop() {
    return level.includes(AccessLevel.MANAGER) && server.arn().kind().canStartAndStop();
  }
}
