package io.portico.identity;

import io.quarkus.oidc.OIDCException;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * What a failed verification means. The exceptions of Quarkus and jose4j carry the token or its
 * claims, so none of them leaves this package.
 */
final class JwtFailure {
  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(ErrorCodes.EXPIRED, "The token has expired."),
          Map.entry(ErrorCodes.EXPIRATION_MISSING, "The token does not say when it expires."),
          Map.entry(ErrorCodes.NOT_YET_VALID, "The token is not valid yet."),
          Map.entry(ErrorCodes.ISSUED_AT_MISSING, "The token does not say when it was issued."),
          Map.entry(ErrorCodes.AUDIENCE_MISSING, "The token names no audience."),
          Map.entry(ErrorCodes.AUDIENCE_INVALID, "The token is for another audience."),
          Map.entry(ErrorCodes.ISSUER_MISSING, "The token names no issuer."),
          Map.entry(ErrorCodes.ISSUER_INVALID, "The token is of another issuer."),
          Map.entry(ErrorCodes.SIGNATURE_INVALID, "The token's signature is wrong."));

  private JwtFailure() {}

  /** Whether the same token may be found good as soon as the provider's keys are there. */
  static boolean mayPass(Throwable failure) {
    return find(failure, UnresolvableKeyException.class).isPresent()
        || meaning(failure) instanceof IdentityProviderUnavailable;
  }

  /** The same failure in terms of this package. */
  static Throwable meaning(Throwable failure) {
    if (find(failure, UnresolvableKeyException.class).isPresent()) {
      return new InvalidToken("The token is signed with a key that its issuer does not publish.");
    }
    Optional<InvalidJwtException> invalid = find(failure, InvalidJwtException.class);
    if (invalid.isPresent()) {
      return new InvalidToken(reason(invalid.get()));
    }
    boolean unreachable =
        Stream.of(
                IdentityProviderUnavailable.class,
                OIDCException.class,
                IOException.class,
                VertxException.class,
                TimeoutException.class,
                io.smallrye.mutiny.TimeoutException.class)
            .anyMatch(type -> find(failure, type).isPresent());
    return unreachable
        ? new IdentityProviderUnavailable("The identity provider's keys cannot be had")
        : new InvalidToken("The token cannot be verified.");
  }

  private static String reason(InvalidJwtException invalid) {
    return invalid.getErrorDetails().stream()
        .flatMap(detail -> Optional.ofNullable(REASONS.get(detail.getErrorCode())).stream())
        .findFirst()
        .orElse("The token cannot be verified.");
  }

  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
