package io.portico.sandbox.sigv4;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parsed {@code Authorization} header of SigV4.
 *
 * @param accessKeyId who signed
 * @param scope where and when the signature is good for
 * @param signedHeaders the header names in the order listed
 * @param signature 64 lower-case hex digits
 */
record AuthorizationHeader(
    String accessKeyId, CredentialScope scope, List<String> signedHeaders, String signature) {

  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private static final Pattern FORM =
      Pattern.compile(
          ALGORITHM
              + " +Credential=(?<key>\\w+)/(?<date>\\d{8})/(?<region>[^/,\\s]+)"
              + "/(?<service>[^/,\\s]+)/(?<terminator>[^/,\\s]+)"
              + " *, *SignedHeaders=(?<headers>[^,\\s]+)"
              + " *, *Signature=(?<signature>[0-9a-f]{64})");

  /** Empty when the value is not exactly of the specification's form. */
  static Optional<AuthorizationHeader> parse(String value) {
    Matcher form = FORM.matcher(value.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new AuthorizationHeader(
            form.group("key"),
            new CredentialScope(
                form.group("date"),
                form.group("region"),
                form.group("service"),
                form.group("terminator")),
            List.of(form.group("headers").split(";", -1)),
            form.group("signature")));
  }
}
