package io.portico.connect;

import io.portico.identity.Caller;
import io.portico.mlflow.ServerAccess;
import io.portico.portal.Moment;
import java.util.List;
import java.util.Optional;

/**
 * What a token opens.
 *
 * @param caller in whose name it speaks; empty if it opens nothing
 * @param servers what it may do now: its grants within its owner's access
 * @param expires empty if the portal does not know
 * @param refusal why it opens nothing
 */
public record TestedToken(
    Optional<Caller> caller,
    List<ServerAccess> servers,
    Optional<Moment> expires,
    Optional<String> refusal) {

  static TestedToken refused(String why) {
    return new TestedToken(Optional.empty(), List.of(), Optional.empty(), Optional.of(why));
  }
}
