package io.portico.sandbox.sigv4;

import static io.portico.sandbox.sigv4.RefusalCode.INVALID_SIGNATURE;

import io.portico.sandbox.sigv4.Verification.Refused;
import java.util.Optional;

/** The credential scope must be this day, this region and this service. */
final class ScopeCheck implements Check {

  private final String region;

  ScopeCheck(String region) {
    this.region = region;
  }

  @Override
  public Optional<Refused> refusal(SignedRequest request) {
    CredentialScope scope = request.authorization().scope();
    return differs("terminator", scope.terminator(), CredentialScope.TERMINATOR)
        .or(() -> differs("region", scope.region(), region))
        .or(() -> differs("service", scope.service(), request.rule().signingName()))
        .or(() -> differs("date", scope.date(), request.amzDate().orElse("").split("T")[0]));
  }

  private static Optional<Refused> differs(String part, String given, String expected) {
    return Check.refuseIf(
        !given.equals(expected),
        INVALID_SIGNATURE,
        "Credential should be scoped to the %s '%s', not '%s'.".formatted(part, expected, given));
  }
}
