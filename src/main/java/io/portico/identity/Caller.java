package io.portico.identity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A program that showed a bearer token, and in whose name it calls.
 *
 * @param subject of the person or the service: what AWS and the audit trail see
 * @param name to show to people; not unique
 * @param groups whose access it has
 * @param scopes of the identity provider's token (RFC 6749, 3.3), which may give access beside the
 *     groups; an access token of the portal has none
 * @param token the access token of the portal; empty for a token of the identity provider
 */
public record Caller(
    String subject, String name, Set<String> groups, Set<String> scopes, Optional<Token> token) {

  /**
   * An access token narrows its owner's access.
   *
   * @param id not the secret
   * @param grants the most it may do, by resource: {@code mlflow/churn} to {@code viewer}
   */
  public record Token(String id, Map<String, String> grants) {}
}
