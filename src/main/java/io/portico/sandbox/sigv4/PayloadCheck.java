package io.portico.sandbox.sigv4;

import static io.portico.sandbox.sigv4.Check.refuseIf;
import static io.portico.sandbox.sigv4.RefusalCode.INCOMPLETE_SIGNATURE;
import static io.portico.sandbox.sigv4.RefusalCode.INVALID_SIGNATURE;

import io.portico.sandbox.sigv4.Verification.Refused;
import java.util.List;
import java.util.Optional;

/** The payload hash, where sent or demanded, must be the hash of the body that arrived. */
final class PayloadCheck implements Check {

  private static final String HEADER = "x-amz-content-sha256";

  @Override
  public Optional<Refused> refusal(SignedRequest request) {
    List<String> hashes = request.head().headers().values(HEADER);
    if (hashes.isEmpty()) {
      return refuseIf(
          request.rule().payloadHashHeader(),
          INCOMPLETE_SIGNATURE,
          "X-Amz-Content-SHA256 must be sent.");
    }
    return refuseIf(hashes.size() > 1, INCOMPLETE_SIGNATURE, "X-Amz-Content-SHA256 was sent twice.")
        .or(() -> differs(hashes.get(0).strip(), request.bodyHash()));
  }

  private static Optional<Refused> differs(String sent, String received) {
    return refuseIf(
            !sent.matches("[0-9a-f]{64}"),
            INVALID_SIGNATURE,
            "X-Amz-Content-SHA256 must be the hex SHA-256 of the body.")
        .or(
            () ->
                refuseIf(
                    !sent.equals(received),
                    INVALID_SIGNATURE,
                    "X-Amz-Content-SHA256 is %s, but the body received hashes to %s."
                        .formatted(sent, received)));
  }
}
