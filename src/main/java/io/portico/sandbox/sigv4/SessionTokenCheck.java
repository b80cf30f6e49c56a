package io.portico.sandbox.sigv4;

import static io.portico.sandbox.sigv4.Check.refuseIf;
import static io.portico.sandbox.sigv4.RefusalCode.EXPIRED_TOKEN;
import static io.portico.sandbox.sigv4.RefusalCode.UNRECOGNIZED_CLIENT;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.portico.sandbox.sigv4.AccessKey.Session;
import io.portico.sandbox.sigv4.Verification.Refused;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** A temporary key comes with the token it was issued with, a long-term key with none. */
final class SessionTokenCheck implements Check {

  static final String HEADER = "x-amz-security-token";

  @Override
  public Optional<Refused> refusal(SignedRequest request) {
    List<String> tokens = request.head().headers().values(HEADER);
    return request
        .accessKey()
        .session()
        .map(session -> temporary(session, tokens).or(() -> expired(session, request)))
        .orElseGet(
            () ->
                refuseIf(
                    !tokens.isEmpty(),
                    UNRECOGNIZED_CLIENT,
                    "A long-term access key takes no X-Amz-Security-Token."));
  }

  private static Optional<Refused> temporary(Session session, List<String> tokens) {
    boolean issued = tokens.size() == 1 && equal(session.token(), tokens.get(0).strip());
    return refuseIf(
        !issued,
        UNRECOGNIZED_CLIENT,
        "X-Amz-Security-Token must be sent once and be the one issued with this access key.");
  }

  private static Optional<Refused> expired(Session session, SignedRequest request) {
    return refuseIf(
        !request.now().isBefore(session.expiry()),
        EXPIRED_TOKEN,
        "The security token included in the request expired at " + session.expiry() + ".");
  }

  private static boolean equal(String issued, String sent) {
    return MessageDigest.isEqual(issued.getBytes(UTF_8), sent.getBytes(UTF_8));
  }
}
