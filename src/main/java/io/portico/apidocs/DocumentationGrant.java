package io.portico.apidocs;

import io.portico.identity.Caller;
import java.util.Optional;

/**
 * How far an access token of the portal reaches into the documentation of APIs, within its owner's
 * roles. Each reads what its owner may read; to change anything takes a grant. Tokens of the
 * identity provider reach as far as their owner.
 */
public final class DocumentationGrant {
  /** Its name among a token's grants; the value is a role's label. */
  public static final String RESOURCE = "apis/*";

  private DocumentationGrant() {}

  /** Whether a caller's token lets it do what takes that role. */
  public static boolean includes(Caller caller, DocumentationRole needed) {
    return caller
        .token()
        .map(DocumentationGrant::of)
        .orElse(DocumentationRole.PUBLISHER)
        .includes(needed);
  }

  private static DocumentationRole of(Caller.Token token) {
    return Optional.ofNullable(token.grants().get(RESOURCE))
        .flatMap(DocumentationRole::of)
        .orElse(DocumentationRole.VIEWER);
  }
}
