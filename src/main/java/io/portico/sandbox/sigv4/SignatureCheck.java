package io.portico.sandbox.sigv4;

import static io.portico.sandbox.sigv4.RefusalCode.INVALID_SIGNATURE;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.portico.sandbox.sigv4.Verification.Refused;
import java.security.MessageDigest;
import java.util.Optional;

/** The signature must be the one computed here from what arrived. */
final class SignatureCheck implements Check {

  private static final String MISMATCH =
      "The request signature we calculated does not match the signature you provided. Check your"
          + " AWS Secret Access Key and signing method.";

  @Override
  public Optional<Refused> refusal(SignedRequest request) {
    AuthorizationHeader authorization = request.authorization();
    CanonicalRequest canonicalRequest =
        CanonicalRequest.of(request.head(), authorization.signedHeaders(), request.bodyHash());
    StringToSign stringToSign =
        StringToSign.of(request.amzDate().orElseThrow(), authorization.scope(), canonicalRequest);
    String signature =
        SigningKey.derive(request.accessKey().secret(), authorization.scope()).sign(stringToSign);
    return MessageDigest.isEqual(
            signature.getBytes(US_ASCII), authorization.signature().getBytes(US_ASCII))
        ? Optional.empty()
        : Optional.of(mismatch(canonicalRequest, stringToSign));
  }

  private static Refused mismatch(CanonicalRequest canonicalRequest, StringToSign stringToSign) {
    String detail =
        """
        The Canonical String for this request should have been
        '%s'

        The String-to-Sign should have been
        '%s'
        """
            .formatted(withoutToken(canonicalRequest.text()), stringToSign.text());
    return new Refused(INVALID_SIGNATURE, MISMATCH, detail);
  }

  /** The answer may end up in a log, where no token may stand. */
  private static String withoutToken(String canonicalRequest) {
    return canonicalRequest.replaceAll(
        "(?m)^(" + SessionTokenCheck.HEADER + ":).*$", "$1(not shown)");
  }
}
