package io.portico.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature Version 4 in headers, for one credential scope, as AWS documents it in "Signature
 * Version 4 for API requests": the path encoded twice, the payload's hash always real.
 */
public final class SigV4Signer {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final HexFormat HEX = HexFormat.of();

  /** In characters, so that they seldom grow: a session token alone has a thousand. */
  private static final int SIZE_OF_REQUEST = 2_048;

  private static final int SIZE_OF_NAMES = 256;

  private final CredentialScope scope;
  private volatile SigningKey lastKey;

  public SigV4Signer(CredentialScope scope) {
    this.scope = scope;
  }

  /** Returns all headers to send, the given ones and those of the signature. */
  public List<Map.Entry<String, String>> sign(
      UnsignedRequest request, Credentials credentials, Instant now) {
    String timestamp = TIMESTAMP.format(now);
    List<Map.Entry<String, String>> headers = new ArrayList<>(request.headers().size() + 4);
    headers.addAll(request.headers());
    headers.add(Map.entry("x-amz-content-sha256", request.payloadHash()));
    headers.add(Map.entry("x-amz-date", timestamp));
    credentials.sessionToken().ifPresent(t -> headers.add(Map.entry("x-amz-security-token", t)));
    headers.sort(Map.Entry.comparingByKey());

    SigningKey key = signingKey(credentials, timestamp.substring(0, 8));
    String signedHeaders = names(headers);
    String stringToSign =
        "AWS4-HMAC-SHA256\n"
            + timestamp
            + "\n"
            + key.scope()
            + "\n"
            + sha256(canonicalRequest(request, headers, signedHeaders));
    headers.add(
        Map.entry(
            "authorization",
            "AWS4-HMAC-SHA256 Credential="
                + credentials.accessKeyId()
                + "/"
                + key.scope()
                + ", SignedHeaders="
                + signedHeaders
                + ", Signature="
                + HEX.formatHex(hmac(key.key(), stringToSign))));
    return headers;
  }

  private static String names(List<Map.Entry<String, String>> headers) {
    StringBuilder names = new StringBuilder(SIZE_OF_NAMES);
    for (Map.Entry<String, String> header : headers) {
      names.append(names.isEmpty() ? "" : ";").append(header.getKey());
    }
    return names.toString();
  }

  private static String canonicalRequest(
      UnsignedRequest request, List<Map.Entry<String, String>> headers, String signedHeaders) {
    StringBuilder canonical = new StringBuilder(SIZE_OF_REQUEST);
    canonical.append(request.method()).append('\n');
    canonical.append(UriEncoding.encodePath(request.path())).append('\n');
    canonical.append(CanonicalQuery.of(request.query())).append('\n');
    for (Map.Entry<String, String> header : headers) {
      canonical.append(header.getKey()).append(':');
      canonical.append(collapseSpaces(header.getValue())).append('\n');
    }
    canonical.append('\n').append(signedHeaders).append('\n').append(request.payloadHash());
    return canonical.toString();
  }

  private static String collapseSpaces(String value) {
    String trimmed = value.trim();
    return trimmed.contains("  ") ? trimmed.replaceAll(" +", " ") : trimmed;
  }

  /** The key changes with the day and the secret only, and costs four HMACs: the last is kept. */
  private SigningKey signingKey(Credentials credentials, String day) {
    SigningKey key = lastKey;
    if (key == null || !key.isOf(credentials, day)) {
      byte[] derived = ("AWS4" + credentials.secretAccessKey()).getBytes(UTF_8);
      for (String part : List.of(day, scope.region(), scope.signingName(), "aws4_request")) {
        derived = hmac(new SecretKeySpec(derived, "HmacSHA256"), part);
      }
      key =
          new SigningKey(
              credentials, day, scope.onDay(day), new SecretKeySpec(derived, "HmacSHA256"));
      lastKey = key;
    }
    return key;
  }

  private static byte[] hmac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }

  private static String sha256(String text) {
    try {
      return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private record SigningKey(Credentials credentials, String day, String scope, SecretKeySpec key) {
    boolean isOf(Credentials other, String otherDay) {
      return day.equals(otherDay) && credentials.equals(other);
    }
  }
}
