package io.portico.sandbox.sigv4;

import static io.portico.sandbox.sigv4.Check.refuseIf;
import static io.portico.sandbox.sigv4.RefusalCode.INCOMPLETE_SIGNATURE;
import static io.portico.sandbox.sigv4.RefusalCode.INVALID_SIGNATURE;

import io.portico.sandbox.sigv4.Verification.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The signature must be of these minutes: five either way, as AWS allows. */
final class FreshnessCheck implements Check {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  @Override
  public Optional<Refused> refusal(SignedRequest request) {
    Optional<Instant> signedAt = request.signedAt();
    if (signedAt.isEmpty()) {
      return Optional.of(
          new Refused(
              INCOMPLETE_SIGNATURE,
              "X-Amz-Date must be sent once, in the form yyyyMMdd'T'HHmmss'Z'."));
    }
    return drift(signedAt.get(), request.now());
  }

  private static Optional<Refused> drift(Instant signedAt, Instant now) {
    return refuseIf(
            signedAt.isBefore(now.minus(TOLERANCE)),
            INVALID_SIGNATURE,
            "Signature expired: %s is more than 5 minutes before %s.".formatted(signedAt, now))
        .or(
            () ->
                refuseIf(
                    signedAt.isAfter(now.plus(TOLERANCE)),
                    INVALID_SIGNATURE,
                    "Signature not yet current: %s is more than 5 minutes after %s."
                        .formatted(signedAt, now)));
  }
}
