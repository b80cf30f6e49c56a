package io.portico.startup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Settings of Quarkus that take a protection away which the portal's promises rest on. */
@ApplicationScoped
class UnsafeSettings implements ConfigurationCheck {
  private static final Predicate<String> ON = "true"::equals;
  private static final Predicate<String> OFF = "false"::equals;

  private static final List<Unsafe> UNSAFE =
      List.of(
          new Unsafe(
              "quarkus\\.oidc\\.authentication\\.pkce-required",
              OFF,
              "must be true: a stolen authorization code would sign a stranger in (RFC 7636)"),
          new Unsafe(
              "quarkus\\.oidc\\.authentication\\.nonce-required",
              OFF,
              "must be true: an ID token could be used a second time"),
          new Unsafe(
              "quarkus\\.oidc\\.authentication\\.cookie-force-secure",
              OFF,
              "must be true: sessions would travel without encryption"),
          new Unsafe(
              "quarkus\\.rest-csrf\\.cookie-force-secure",
              OFF,
              "must be true: the cookie's name demands it"),
          new Unsafe(
              "quarkus\\.rest-csrf\\.(enabled|verify-token)",
              OFF,
              "must be true: other sites could send the portal's forms"),
          new Unsafe(
              "quarkus\\.oidc\\.token-state-manager\\.encryption-required",
              OFF,
              "must be true: browsers would hold tokens in clear"),
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
        ? names().flatMap(name -> UNSAFE.stream().flatMap(unsafe -> problem(unsafe, name))).toList()
        : List.of();
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
        .flatMap(known -> config.getOptionalValue(known, String.class).stream())
        .filter(value -> unsafe.value().test(value.strip().toLowerCase(Locale.ROOT)))
        .map(value -> new ConfigurationProblem(name, unsafe.consequence()));
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
