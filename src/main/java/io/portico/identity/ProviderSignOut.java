package io.portico.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a sign-out goes on to (OpenID Connect RP-Initiated Logout 1.0, 2), by the properties that
 * Quarkus has for its own logout path: some providers call the parameters otherwise.
 */
@ApplicationScoped
class ProviderSignOut {
  private final Optional<String> address;
  private final String returnParameter;
  private final Map<String, String> more;

  @Inject
  ProviderSignOut(
      @ConfigProperty(name = "quarkus.oidc.end-session-path") Optional<String> address,
      @ConfigProperty(
              name = "quarkus.oidc.logout.post-logout-uri-param",
              defaultValue = "post_logout_redirect_uri")
          String returnParameter,
      @ConfigProperty(name = "quarkus.oidc.logout.extra-params")
          Optional<Map<String, String>> more) {
    this(address, returnParameter, more.orElse(Map.of()));
  }

  ProviderSignOut(Optional<String> address, String returnParameter, Map<String, String> more) {
    this.address = address;
    this.returnParameter = returnParameter;
    this.more = more;
  }

  /** The endpoint, if the configuration has all of its address; empty where it is discovered. */
  Optional<URI> configured() {
    return address.map(URI::create).filter(URI::isAbsolute);
  }

  /**
   * Where to send people.
   *
   * @param endpoint the provider's
   * @param idToken of the session that ends
   * @param after where people shall land
   */
  URI request(String endpoint, String idToken, URI after) {
    UriBuilder request =
        UriBuilder.fromUri(endpoint)
            .queryParam("id_token_hint", idToken)
            .queryParam(returnParameter, after);
    more.forEach((name, value) -> request.queryParam(plain(name), plain(value)));
    return request.build();
  }

  /** Braces would be the names of templates to UriBuilder. */
  private static String plain(String text) {
    return text.replace("{", "%7B").replace("}", "%7D");
  }
}
