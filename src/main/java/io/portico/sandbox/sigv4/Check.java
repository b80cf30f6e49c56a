package io.portico.sandbox.sigv4;

import io.portico.sandbox.sigv4.Verification.Refused;
import java.util.Optional;

/** One demand that a signed request must meet. */
@FunctionalInterface
interface Check {

  /** Why the request fails this demand; empty when it meets it. */
  Optional<Refused> refusal(SignedRequest request);

  static Optional<Refused> refuseIf(boolean failed, RefusalCode code, String reason) {
    return failed ? Optional.of(new Refused(code, reason)) : Optional.empty();
  }
}
