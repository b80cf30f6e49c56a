package io.portico.startup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Settings of Quarkus that take a protection away which the portal's promises rest on. */
@ApplicationScoped
class UnsafeSettings implements ConfigurationCheck {
  /** Quarkus has more words for both, and takes what it does not know for false. */
  private static final Predicate<String> ON = value -> !value.equals("false");

  private static final Predicate<String> OFF = value -> !value.equals("true");

  /** What Quarkus leaves off unless it is told otherwise, be it by an empty value. */
  private static final List<Protection> PROTECTIONS =
      List.of(
          new Protection(
              "quarkus.oidc.authentication.pkce-required",
              "must be true: a stolen authorization code would sign a stranger in (RFC 7636)"),
          new Protection(
              "quarkus.oidc.authentication.nonce-required",
              "must be true: an ID token could be used a second time"),
          new Protection(
              "quarkus.oidc.authentication.cookie-force-secure",
              "must be true: sessions would travel without encryption"),
          new Protection(
              "quarkus.rest-csrf.cookie-force-secure",
              "must be true: the cookie's name demands it"));

  private static final List<Unsafe> UNSAFE =
      List.of(
          new Unsafe(
              "quarkus\\.rest-csrf\\.(enabled|verify-token)",
              OFF,
              "must be true: other sites could send the portal's forms"),
          new Unsafe(
              "quarkus\\.oidc\\.token-state-manager\\.encryption-required",
              OFF,
              "must be true: browsers would hold tokens in clear"),
          new Unsafe(
              "quarkus\\.oidc\\.authentication\\.cookie-same-site",
              "none"::equals,
              "must be lax or strict: other sites could send requests in people's names"),
          new Unsafe(
              "quarkus\\.oidc(\\.api)?\\.token\\.issuer",
              "any"::equals,
              "must not be any: it says whose tokens are believed"),
          new Unsafe(
              "quarkus\\.oidc(\\.api)?\\.tls\\.verification",
              value -> !value.equals("required"),
              "must be required: anybody could play the identity provider; for a private authority"
                  + " set a trust store, see quarkus.tls.*"),
          new Unsafe(
              "quarkus\\.tls(\\..+)?\\.trust-all",
              ON,
              "must be false: anybody could play the other side; set a trust store instead"),
          new Unsafe(
              "quarkus\\.tls(\\..+)?\\.hostname-verification-algorithm",
              "none"::equals,
              "must not be NONE: any certificate would do for any host"),
          new Unsafe(
              "quarkus\\.http\\.cors(\\.enabled)?",
              ON,
              "must be false: no other origin has business with the portal's answers"));

  private final Config config;
  private final Environment environment;

  @Inject
  UnsafeSettings(Config config) {
    this(config, Environment.current());
  }

  UnsafeSettings(Config config, Environment environment) {
    this.config = config;
    this.environment = environment;
  }

  @Override
  public List<ConfigurationProblem> problems() {
    return environment.isProduction()
        ? Stream.concat(
                PROTECTIONS.stream().filter(this::isMissing).map(Protection::problem),
                names().flatMap(name -> UNSAFE.stream().flatMap(unsafe -> problem(unsafe, name))))
            .toList()
        : List.of();
  }

  private boolean isMissing(Protection protection) {
    return value(protection.property()).filter("true"::equals).isEmpty();
  }

  private Optional<String> value(String property) {
    return config
        .getOptionalValue(property, String.class)
        .map(value -> value.strip().toLowerCase(Locale.ROOT));
  }

  private Stream<String> names() {
    return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(name -> name.startsWith("quarkus."))
        .distinct()
        .sorted();
  }

  private Stream<ConfigurationProblem> problem(Unsafe unsafe, String name) {
    return Stream.of(name)
        .filter(unsafe.property().asMatchPredicate())
        .flatMap(known -> value(known).stream())
        .filter(unsafe.value())
        .map(value -> new ConfigurationProblem(name, unsafe.consequence()));
  }

  /** A switch that has to be on. */
  private record Protection(String property, String consequence) {
    ConfigurationProblem problem() {
      return new ConfigurationProblem(property, consequence);
    }
  }

  /**
   * A value that is refused.
   *
   * @param value tells it, in lower case
   */
  private record Unsafe(Pattern property, Predicate<String> value, String consequence) {
    Unsafe(String property, Predicate<String> value, String consequence) {
      this(Pattern.compile(property), value, consequence);
    }
  }
}
