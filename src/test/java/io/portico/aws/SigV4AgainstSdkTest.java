package io.portico.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Our signer and AWS's own agree on everything but their speed. */
class SigV4AgainstSdkTest {
  private static final Instant NOW = Instant.parse("2026-03-01T23:59:59Z");
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final String LETTERS = "abcXYZ0129 -_.~!$&'()*+,=:@%/?#[]{}|\\^`\"<>;äßé漢字😀";

  private final Random random = new Random(20260301);

  @Test
  void signRandomRequestsAlike() throws Exception {
    for (int i = 0; i < 2_000; i++) {
      byte[] body = new byte[random.nextInt(3) == 0 ? 0 : random.nextInt(300)];
      random.nextBytes(body);
      String path = "/" + text(4) + "/" + text(6) + (random.nextBoolean() ? "/" : "");
      UnsignedRequest request =
          new UnsignedRequest(
              METHODS.get(random.nextInt(METHODS.size())),
              path,
              query(),
              headers(),
              HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body)));
      boolean temporary = random.nextBoolean();
      assertEquals(sdk(request, body, temporary), ours(request, temporary), request::toString);
    }
  }

  private String text(int max) {
    int[] points = LETTERS.codePoints().toArray();
    String raw =
        IntStream.range(0, 1 + random.nextInt(max))
            .map(i -> points[random.nextInt(points.length)])
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    // "." and ".." are no segments of ours, and the SDK would resolve them.
    return UriEncoding.encode(raw.replaceAll("^\\.+$", "dots"));
  }

  private String query() {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(i -> text(4) + "=" + (random.nextInt(4) == 0 ? "" : text(5)))
        .collect(Collectors.joining("&"));
  }

  private List<Map.Entry<String, String>> headers() {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    headers.add(Map.entry("host", "mlflow.sagemaker.eu-west-1.app.aws"));
    headers.add(Map.entry("x-sm-mlflow-app-arn", "arn:aws:sagemaker:eu-west-1:1:mlflow-app/a"));
    if (random.nextBoolean()) {
      headers.add(Map.entry("accept", " text/html,   */* "));
    }
    if (random.nextBoolean()) {
      headers.add(Map.entry("content-type", "application/json"));
    }
    return headers;
  }

  private static String ours(UnsignedRequest request, boolean temporary) {
    return new SigV4Signer(new CredentialScope("eu-west-1", "sagemaker"))
            .sign(
                request,
                new Credentials(
                    "AKID", "secret", temporary ? Optional.of("to/ken==") : Optional.empty()),
                NOW)
            .stream()
            .filter(header -> header.getKey().equals("authorization"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
  }

  private static String sdk(UnsignedRequest request, byte[] body, boolean temporary) {
    SdkHttpRequest.Builder http =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(request.method()))
            .protocol("https")
            .host("mlflow.sagemaker.eu-west-1.app.aws")
            .encodedPath(request.path());
    for (String parameter :
        request.query().isEmpty() ? new String[0] : request.query().split("&")) {
      String[] pair = parameter.split("=", 2);
      http.appendRawQueryParameter(decode(pair[0]), decode(pair[1]));
    }
    request.headers().forEach(h -> http.putHeader(h.getKey(), h.getValue()));
    AwsCredentialsIdentity identity =
        temporary
            ? AwsSessionCredentialsIdentity.create("AKID", "secret", "to/ken==")
            : AwsCredentialsIdentity.create("AKID", "secret");
    return AwsV4HttpSigner.create()
        .sign(
            r ->
                r.identity(identity)
                    .request(http.build())
                    .payload(() -> new ByteArrayInputStream(body))
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sagemaker")
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true)
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC)))
        .request()
        .firstMatchingHeader("Authorization")
        .orElseThrow();
  }

  private static String decode(String encoded) {
    return java.net.URLDecoder.decode(encoded, java.nio.charset.StandardCharsets.UTF_8);
  }
}
