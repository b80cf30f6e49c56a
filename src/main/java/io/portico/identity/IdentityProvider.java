package io.portico.identity;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people sign in, and out again. */
@ApplicationScoped
public class IdentityProvider {
  private final Optional<URI> address;
  private final Optional<URI> issuer;
  private final List<String> scopes;
  private final OidcSession session;
  private final ProviderSignOut signOut;
  private final Instance<OidcConfigurationMetadata> metadata;
  private final SignedIn signedIn;
  private final Event<SessionEvent> events;
  private final Event<SessionEnd> ends;

  IdentityProvider(
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<URI> address,
      @ConfigProperty(name = "quarkus.oidc.api.token.issuer") Optional<URI> issuer,
      @ConfigProperty(name = "quarkus.oidc.api.auth-server-url") Optional<URI> server,
      IdentityConfig config,
      OidcSession session,
      ProviderSignOut signOut,
      Instance<OidcConfigurationMetadata> metadata,
      SignedIn signedIn,
      Event<SessionEvent> events,
      Event<SessionEnd> ends) {
    this.address = address;
    this.issuer = issuer.or(() -> server);
    this.scopes = config.scopes();
    this.session = session;
    this.signOut = signOut;
    this.metadata = metadata;
    this.signedIn = signedIn;
    this.events = events;
    this.ends = ends;
  }

  public Optional<URI> address() {
    return address;
  }

  /** Where people sign out, if that is configured; else it is found out below the address. */
  public Optional<URI> signOutAddress() {
    return signOut.configured();
  }

  /** Whose access tokens are accepted; its metadata are below this address (RFC 8414, 3). */
  public Optional<URI> issuer() {
    return issuer;
  }

  /** What a client should ask it for (RFC 6749, 3.3), to get a token that is accepted. */
  public List<String> scopes() {
    return scopes;
  }

  /**
   * Drops the session of this request, so that the next one signs in. At the provider all stays as
   * it is, and nobody has signed out.
   */
  public void dropSession() {
    session.logout().await().indefinitely();
  }

  /**
   * Ends the session of this request and says where to go on to end the provider's own (OpenID
   * Connect RP-Initiated Logout 1.0); {@code after} itself where the provider has no such endpoint.
   */
  public URI signOut(URI after) {
    Person person = signedIn.person();
    String idToken = session.getIdToken().getRawToken();
    Optional<String> endpoint = Optional.ofNullable(metadata.get().getEndSessionUri());
    dropSession();
    // Quarkus tells only of sign-outs at its own logout path.
    events.fire(new SessionEvent(person, SessionEvent.Kind.ENDED));
    endCopies(idToken);
    return endpoint.map(to -> signOut.request(to, idToken, after)).orElse(after);
  }

  /** The provider's clock may be ahead of ours. */
  private static Instant issuedOrNow(JsonObject claims) {
    Instant now = Instant.now();
    return SignInTime.ISSUE_TIME.in(claims).filter(now::isBefore).orElse(now);
  }

  /** Only where the session has a name: its subject may have others. */
  private void endCopies(String idToken) {
    JsonObject claims = JwtContent.claimsOf(idToken);
    Optional.ofNullable(claims.getString("sid"))
        .map(
            session ->
                new SessionEnd(
                    Optional.empty(),
                    Optional.of(session),
                    Optional.ofNullable(claims.getString("sub")),
                    issuedOrNow(claims)))
        .ifPresent(ends::fire);
  }
}
