package io.portico.identity;

import io.portico.startup.ConfigurationCheck;
import io.portico.startup.ConfigurationProblem;
import io.portico.startup.Environment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The identity provider: that there is one, that it is reached safely, and what its tokens do. */
@ApplicationScoped
class SignInCheck implements ConfigurationCheck {
  /**
   * The provider's address in production until one is set (RFC 2606, 2): without any Quarkus would
   * stop before the other problems could be named.
   */
  static final String NO_PROVIDER = "https://identity-provider.invalid";

  private static final String ADDRESS = "quarkus.oidc.auth-server-url";

  /** Of Quarkus; follows the portal's own unless somebody sets it. */
  private static final String AUDIENCE = "quarkus.oidc.api.token.audience";

  private static final String CREDENTIALS = "quarkus.oidc.credentials.";

  /** Where keys, tokens and people come from, and ID tokens go to. */
  private static final List<String> ENDPOINTS =
      List.of(
          "quarkus.oidc.authorization-path",
          "quarkus.oidc.token-path",
          "quarkus.oidc.jwks-path",
          "quarkus.oidc.user-info-path",
          "quarkus.oidc.introspection-path",
          "quarkus.oidc.end-session-path",
          "quarkus.oidc.revoke-path",
          "quarkus.oidc.api.auth-server-url",
          "quarkus.oidc.api.jwks-path",
          "quarkus.oidc.api.introspection-path");

  /**
   * What each of Quarkus' ways of a client to prove itself begins with (OpenID Connect Core, 9).
   */
  private static final List<String> PROOFS =
      List.of(
          "secret",
          "client-secret.value",
          "client-secret.provider.key",
          "jwt.secret",
          "jwt.secret-provider.key",
          "jwt.key",
          "jwt.key-file",
          "jwt.key-store-file",
          "jwt.token-path");

  private final IdentityConfig identity;
  private final Config config;
  private final Environment environment;

  @Inject
  SignInCheck(IdentityConfig identity, Config config) {
    this(identity, config, Environment.current());
  }

  SignInCheck(IdentityConfig identity, Config config, Environment environment) {
    this.identity = identity;
    this.config = config;
    this.environment = environment;
  }

  @Override
  public List<ConfigurationProblem> problems() {
    List<ConfigurationProblem> problems = new ArrayList<>();
    if (environment.isProduction()) {
      addressProblem().ifPresent(problems::add);
      problems.addAll(endpointProblems());
      credentialsProblem().ifPresent(problems::add);
      audienceProblem().ifPresent(problems::add);
      signInTimeProblem().ifPresent(problems::add);
    }
    if (identity.freshSignIn().compareTo(Duration.ofMinutes(1)) < 0) {
      problems.add(
          new ConfigurationProblem(
              "portico.identity.fresh-sign-in", "set a minute or more, for example 30M"));
    }
    return problems;
  }

  private Optional<ConfigurationProblem> addressProblem() {
    Optional<String> address =
        config.getOptionalValue(ADDRESS, String.class).filter(set -> !set.equals(NO_PROVIDER));
    if (address.isEmpty()) {
      return problem(
          ADDRESS,
          "set the identity provider's issuer, for example https://sso.example.com/realms/main");
    }
    return isSafe(address.get())
        ? Optional.empty()
        : problem(ADDRESS, "must be https: its answers decide who people are");
  }

  /** Addresses of their own, beside paths below the provider's, which are as safe as it is. */
  private List<ConfigurationProblem> endpointProblems() {
    return ENDPOINTS.stream()
        .filter(this::isUnsafe)
        .map(name -> new ConfigurationProblem(name, "must be https, or a path below the provider"))
        .toList();
  }

  /** What only follows another property is named there. */
  private boolean isUnsafe(String endpoint) {
    Optional<String> followed =
        Optional.of(endpoint.replace(".api.", "."))
            .filter(name -> !name.equals(endpoint))
            .flatMap(name -> config.getOptionalValue(name, String.class));
    return config
        .getOptionalValue(endpoint, String.class)
        .filter(set -> !set.startsWith("/") && set.contains(":") && !isSafe(set))
        .filter(set -> !followed.equals(Optional.of(set)))
        .isPresent();
  }

  private static boolean isSafe(String address) {
    try {
      URI uri = new URI(address);
      return "https".equals(uri.getScheme()) && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** A client without a secret, a key or a token of its own is one that anybody can play. */
  private Optional<ConfigurationProblem> credentialsProblem() {
    boolean proves =
        PROOFS.stream()
            .anyMatch(way -> config.getOptionalValue(CREDENTIALS + way, String.class).isPresent());
    return proves
        ? Optional.empty()
        : problem(CREDENTIALS + "secret", "set the secret of the portal's client at the provider");
  }

  private Optional<ConfigurationProblem> audienceProblem() {
    return audienceProblem("portico.identity.audience", identity.audience())
        .or(
            () ->
                config
                    .getOptionalValues(AUDIENCE, String.class)
                    .flatMap(set -> audienceProblem(AUDIENCE, set)));
  }

  private Optional<ConfigurationProblem> audienceProblem(
      String property, Collection<String> audience) {
    if (audience.contains("any")) {
      return problem(property, "must not be any: tokens made for others would open the portal");
    }
    boolean ofIdTokens =
        config
            .getOptionalValue("quarkus.oidc.client-id", String.class)
            .filter(audience::contains)
            .isPresent();
    return ofIdTokens
        ? problem(property, "must not be the client id: that is the audience of ID tokens")
        : Optional.empty();
  }

  private Optional<ConfigurationProblem> signInTimeProblem() {
    return identity.signInTime() == SignInTime.AUTH_TIME
        ? Optional.empty()
        : problem(
            "portico.identity.sign-in-time",
            "must be auth-time outside of a sandbox: a refresh gives ID tokens a new issue time");
  }

  private static Optional<ConfigurationProblem> problem(String property, String remedy) {
    return Optional.of(new ConfigurationProblem(property, remedy));
  }
}
