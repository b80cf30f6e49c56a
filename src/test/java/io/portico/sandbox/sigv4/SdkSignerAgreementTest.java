package io.portico.sandbox.sigv4;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.portico.sandbox.sigv4.AccessKey.Session;
import io.portico.sandbox.sigv4.Verification.Accepted;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Whatever AWS's own signer signs, the verifier accepts. */
class SdkSignerAgreementTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T23:59:59Z"), ZoneOffset.UTC);
  private static final List<String> PIECES =
      List.of(
          "a", "Z", "0", " ", "+", "%", "~", "%2F", "ä", "日本", "😀", "&", "=", "?", "#", ";", "'",
          "\"", "*", "(", "!", "$", "@", ":", ",", "-", ".", "_", "\\", "|", "^", "<");
  private static final List<String> IN_SEGMENT =
      List.of(
          "a",
          "Z",
          "~",
          "-",
          "_",
          "%20",
          "%2B",
          "+",
          "%2F",
          "%C3%A4",
          "%F0%9F%98%80",
          "%25",
          "$",
          "@",
          ":",
          "!",
          "'",
          "(",
          ",",
          "=",
          "&",
          "%3F",
          "%3b");

  @ParameterizedTest(name = "seed {0}")
  @MethodSource
  void accepted(long seed) {
    Random random = new Random(seed);
    String body = random.nextBoolean() ? "" : text(random, PIECES, 40);

    SdkHttpRequest signed = sign(random, body);

    Verification verification =
        new SignatureVerifier("eu-west-1", SdkSignerAgreementTest::key, CLOCK)
            .verify(asReceived(signed), Sha256.hex(body), SigningRule.forService("sagemaker"));
    assertInstanceOf(Accepted.class, verification, signed.getUri() + "\n" + verification);
  }

  static LongStream accepted() {
    return LongStream.range(0, 500);
  }

  private static SdkHttpRequest sign(Random random, String body) {
    return AwsV4HttpSigner.create()
        .sign(
            r ->
                r.identity(AwsSessionCredentialsIdentity.create("ASIAKEY", "secret", "token/+="))
                    .request(request(random))
                    .payload(ContentStreamProvider.fromUtf8String(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sagemaker")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true)
                    .putProperty(HttpSigner.SIGNING_CLOCK, CLOCK))
        .request();
  }

  private static SdkHttpRequest request(Random random) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(pick(random, List.of(SdkHttpMethod.values())))
            .uri(URI.create("http://127.0.0.1:8090"))
            .encodedPath(path(random));
    for (int i = random.nextInt(5); i > 0; i--) {
      request.appendRawQueryParameter(text(random, PIECES, 4), text(random, PIECES, 6));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      request.appendHeader("X-Mlflow-" + random.nextInt(3), "  b   " + random.nextInt() + " c ");
    }
    return request.build();
  }

  private static String path(Random random) {
    String path =
        IntStream.range(0, random.nextInt(5))
            .mapToObj(i -> "/" + text(random, IN_SEGMENT, 6))
            .collect(Collectors.joining());
    return path + (random.nextBoolean() ? "/" : "");
  }

  private static RequestHead asReceived(SdkHttpRequest signed) {
    List<Map.Entry<String, String>> lines = new ArrayList<>();
    signed.forEachHeader(
        (name, values) -> values.forEach(value -> lines.add(Map.entry(name, value))));
    URI uri = signed.getUri();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return new RequestHead(signed.method().name(), path + query, new HeaderFields(lines));
  }

  private static Optional<AccessKey> key(String id) {
    return Optional.of(
        new AccessKey(
            new Identity(id, "arn", Optional.empty(), Optional.empty()),
            "secret",
            Optional.of(new Session("token/+=", CLOCK.instant().plusSeconds(60)))));
  }

  private static String text(Random random, List<String> pieces, int most) {
    return IntStream.rangeClosed(0, random.nextInt(most))
        .mapToObj(i -> pick(random, pieces))
        .collect(Collectors.joining());
  }

  private static <T> T pick(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
