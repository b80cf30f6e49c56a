package io.portico.sandbox.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key derived from a secret access key for one credential scope. */
final class SigningKey {

  private static final String HMAC = "HmacSHA256";

  private final byte[] key;

  private SigningKey(byte[] key) {
    this.key = key;
  }

  static SigningKey derive(String secretAccessKey, CredentialScope scope) {
    byte[] key = ("AWS4" + secretAccessKey).getBytes(UTF_8);
    key = hmac(key, scope.date());
    key = hmac(key, scope.region());
    key = hmac(key, scope.service());
    return new SigningKey(hmac(key, scope.terminator()));
  }

  /** The signature in lower-case hex. */
  String sign(StringToSign stringToSign) {
    return HexFormat.of().formatHex(hmac(key, stringToSign.text()));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform must have " + HMAC, e);
    }
  }
}
