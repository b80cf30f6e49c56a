package io.portico.sandbox.sigv4;

import static io.portico.sandbox.sigv4.Check.refuseIf;
import static io.portico.sandbox.sigv4.RefusalCode.INVALID_SIGNATURE;

import io.portico.sandbox.sigv4.Verification.Refused;
import java.util.Optional;

/** The target must have one reading only. */
final class TargetCheck implements Check {

  @Override
  public Optional<Refused> refusal(SignedRequest request) {
    return refuseIf(
            PercentEncoding.isMalformed(request.head().target()),
            INVALID_SIGNATURE,
            "The request target holds a percent sign that starts no percent-encoded byte.")
        .or(() -> plusInQuery(request));
  }

  /**
   * AWS's own client for MLflow turns a plus into %20 before it signs, because the service reads it
   * as a blank while signers take it for a plus: sent as it is, it matches for no one.
   */
  private static Optional<Refused> plusInQuery(SignedRequest request) {
    return refuseIf(
        request.head().query().contains("+"),
        INVALID_SIGNATURE,
        "The query holds a literal '+', which AWS and signers read differently: send %20 or %2B.");
  }
}
