package io.portico.mlflow.proxy;

import io.portico.mlflow.AccessLevel;
import java.time.Instant;

/**
 * One person's access to one tracking server for a short time, as the portal grants it and as the
 * MLflow origin holds it.
 *
 * @param id unique, so that a ticket can be spent once
 * @param name of the person, for the audit trail; may be cut
 * @param session the sign-in it follows from
 */
public record FrameGrant(
    String id,
    String server,
    AccessLevel level,
    String subject,
    String name,
    String session,
    Instant expires) {

  boolean isFor(String otherServer, Instant now) {
    return server.equals(otherServer) && now.isBefore(expires);
  }

  FrameGrant until(Instant end) {
    return new FrameGrant(id, server, level, subject, name, session, end);
  }
}
