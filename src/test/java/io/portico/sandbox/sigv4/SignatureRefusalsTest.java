package io.portico.sandbox.sigv4;

import static io.portico.sandbox.sigv4.RefusalCode.ACCESS_DENIED;
import static io.portico.sandbox.sigv4.RefusalCode.EXPIRED_TOKEN;
import static io.portico.sandbox.sigv4.RefusalCode.INCOMPLETE_SIGNATURE;
import static io.portico.sandbox.sigv4.RefusalCode.INVALID_SIGNATURE;
import static io.portico.sandbox.sigv4.RefusalCode.MISSING_AUTHENTICATION_TOKEN;
import static io.portico.sandbox.sigv4.RefusalCode.UNRECOGNIZED_CLIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.portico.sandbox.sigv4.AccessKey.Session;
import io.portico.sandbox.sigv4.SigningRule.ResourceHeader;
import io.portico.sandbox.sigv4.Verification.Accepted;
import io.portico.sandbox.sigv4.Verification.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A good request is spoiled in one place at a time; each time the verifier must say which. */
class SignatureRefusalsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String ARN = "arn:aws:sagemaker:eu-west-1:123456789012:mlflow-app/app-1";
  private static final SigningRule RULE =
      new SigningRule(
          "sagemaker",
          true,
          Optional.of(
              new ResourceHeader(
                  "x-sm-mlflow-app-arn", "x-mlflow-sm-tracking-server-arn", Set.of(ARN))));

  @Test
  void theUnspoiledRequestIsAccepted() {
    assertEquals("AKIDLONGTERM", accepted(new HandSigner()).accessKeyId());
  }

  @Test
  void aTemporaryKeyIsAcceptedWithItsToken() {
    Identity identity = accepted(temporary("the token"));

    assertEquals(Optional.of("ada"), identity.roleSessionName());
    assertEquals(Optional.of("ada@example.org"), identity.sourceIdentity());
  }

  @ParameterizedTest(name = "{0} seconds off")
  @MethodSource
  void fiveMinutesOffAreAllowed(String amzDate) {
    accepted(dated(amzDate));
  }

  static Stream<String> fiveMinutesOffAreAllowed() {
    return Stream.of("20260301T095500Z", "20260301T100500Z");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void signedPartChangedAfterSigning(String part, Consumer<HandSigner> change) {
    HandSigner signer = new HandSigner();
    signer.sign();

    change.accept(signer);

    Refused refused = refused(signer.head(), signer.body);
    assertEquals(INVALID_SIGNATURE, refused.code());
    assertTrue(refused.reason().startsWith("The request signature we calculated"));
  }

  static Stream<Arguments> signedPartChangedAfterSigning() {
    return Stream.of(
        change("method", r -> r.method = "PUT"),
        change("path", r -> r.target = "/api/2.0/mlflow/runs/delete?max=5&order=a%20b"),
        change("case of the path", r -> r.target = "/api/2.0/mlflow/runs/Search?max=5&order=a%20b"),
        change(
            "a slash encoded", r -> r.target = "/api/2.0/mlflow/runs%2Fsearch?max=5&order=a%20b"),
        change("trailing slash", r -> r.target = "/api/2.0/mlflow/runs/search/?max=5&order=a%20b"),
        change("query value", r -> r.target = "/api/2.0/mlflow/runs/search?max=6&order=a%20b"),
        change("query name", r -> r.target = "/api/2.0/mlflow/runs/search?min=5&order=a%20b"),
        change("query longer", r -> r.target += "&page=2"),
        change("query shorter", r -> r.target = "/api/2.0/mlflow/runs/search?max=5"),
        change("blank for plus", r -> r.target = "/api/2.0/mlflow/runs/search?max=5&order=a%2Bb"),
        change("host", r -> r.set("Host", "127.0.0.1:8091")),
        change("content type", r -> r.set("Content-Type", "text/plain")),
        change("resource", r -> r.set("x-sm-mlflow-app-arn", ARN + "2")),
        change("header doubled", r -> r.set("Content-Type", "application/json", "text/plain")),
        change("date", r -> r.set("X-Amz-Date", "20260301T100001Z")),
        change(
            "signature", r -> replace(r, "Signature=[0-9a-f]{64}", "Signature=" + "0".repeat(64))),
        change("list of signed headers", r -> replace(r, "content-type;", "")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void wronglySigned(RefusalCode code, String reason, Consumer<HandSigner> fault) {
    HandSigner signer = new HandSigner();

    fault.accept(signer);

    Refused refused = refused(signer.sign(), signer.body);
    assertEquals(code, refused.code());
    assertTrue(refused.reason().contains(reason), refused.reason());
  }

  static Stream<Arguments> wronglySigned() {
    return Stream.of(
        fault(INVALID_SIGNATURE, "we calculated", r -> r.secret = "guess"),
        fault(UNRECOGNIZED_CLIENT, "not known", r -> r.accessKeyId = "AKIDSTRANGER"),
        fault(INVALID_SIGNATURE, "Signature expired", r -> dateTo(r, "20260301T095400Z")),
        fault(INVALID_SIGNATURE, "not yet current", r -> dateTo(r, "20260301T100600Z")),
        fault(INCOMPLETE_SIGNATURE, "X-Amz-Date must", r -> dateTo(r, "2026-03-01T10:00:00Z")),
        fault(INCOMPLETE_SIGNATURE, "X-Amz-Date must", r -> dateTo(r, "20260230T100000Z")),
        fault(
            INCOMPLETE_SIGNATURE,
            "X-Amz-Date must",
            r -> r.set("X-Amz-Date", "20260301T100000Z", "20260301T100000Z")),
        fault(
            INVALID_SIGNATURE,
            "region 'eu-west-1'",
            r -> scope(r, "20260301", "us-east-1", "sagemaker", "aws4_request")),
        fault(
            INVALID_SIGNATURE,
            "service 'sagemaker'",
            r -> scope(r, "20260301", "eu-west-1", "sagemaker-mlflow", "aws4_request")),
        fault(
            INVALID_SIGNATURE,
            "date '20260301'",
            r -> scope(r, "20260228", "eu-west-1", "sagemaker", "aws4_request")),
        fault(
            INVALID_SIGNATURE,
            "terminator 'aws4_request'",
            r -> scope(r, "20260301", "eu-west-1", "sagemaker", "aws5_request")),
        fault(INVALID_SIGNATURE, "hex SHA-256", r -> payload(r, "UNSIGNED-PAYLOAD")),
        fault(
            INVALID_SIGNATURE,
            "hex SHA-256",
            r -> payload(r, Sha256.hex(r.body).toUpperCase(Locale.ROOT))),
        fault(INVALID_SIGNATURE, "the body received hashes to", r -> r.body = "{\"filter\":\"x\"}"),
        fault(INVALID_SIGNATURE, "the body received hashes to", r -> r.body = ""),
        fault(INCOMPLETE_SIGNATURE, "must be sent.", r -> r.headers.remove("X-Amz-Content-SHA256")),
        fault(
            INCOMPLETE_SIGNATURE,
            "sent twice",
            r -> r.set("X-Amz-Content-SHA256", r.payloadHash, r.payloadHash)),
        fault(INCOMPLETE_SIGNATURE, "'host' must be signed", r -> r.unsigned("host")),
        fault(INCOMPLETE_SIGNATURE, "'x-amz-date' must be signed", r -> r.unsigned("x-amz-date")),
        fault(
            INCOMPLETE_SIGNATURE,
            "'x-amz-content-sha256' must be signed",
            r -> r.unsigned("x-amz-content-sha256")),
        fault(
            INCOMPLETE_SIGNATURE,
            "'x-amz-meta' must be signed",
            r -> r.set("X-Amz-Meta", "1").unsigned("x-amz-meta")),
        fault(
            INCOMPLETE_SIGNATURE,
            "'x-sm-mlflow-app-arn' must be signed",
            r -> r.unsigned("x-sm-mlflow-app-arn")),
        fault(
            INCOMPLETE_SIGNATURE,
            "is signed but was not sent",
            r ->
                r.signedHeaders =
                    List.of(
                        "accept",
                        "host",
                        "x-amz-content-sha256",
                        "x-amz-date",
                        "x-sm-mlflow-app-arn")),
        fault(
            INCOMPLETE_SIGNATURE,
            "sorted",
            r ->
                r.signedHeaders =
                    List.of("x-amz-date", "host", "x-amz-content-sha256", "x-sm-mlflow-app-arn")),
        fault(
            INCOMPLETE_SIGNATURE,
            "sorted",
            r ->
                r.signedHeaders =
                    List.of(
                        "host",
                        "host",
                        "x-amz-content-sha256",
                        "x-amz-date",
                        "x-sm-mlflow-app-arn")),
        fault(
            INCOMPLETE_SIGNATURE,
            "lower-case",
            r ->
                r.signedHeaders =
                    List.of("Host", "x-amz-content-sha256", "x-amz-date", "x-sm-mlflow-app-arn")),
        fault(ACCESS_DENIED, "No resource", r -> r.set("x-sm-mlflow-app-arn", ARN + "0")),
        fault(ACCESS_DENIED, "No resource", r -> r.set("x-sm-mlflow-app-arn", ARN + "," + ARN)),
        fault(ACCESS_DENIED, "must be sent once", r -> r.set("x-sm-mlflow-app-arn", ARN, ARN)),
        fault(ACCESS_DENIED, "Both", r -> r.set("x-mlflow-sm-tracking-server-arn", ARN)),
        fault(INVALID_SIGNATURE, "literal '+'", r -> r.target = "/?q=a+b"),
        fault(INVALID_SIGNATURE, "percent sign", r -> r.target = "/%zz/%2"),
        fault(UNRECOGNIZED_CLIENT, "takes no", r -> r.set("X-Amz-Security-Token", "foreign")));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void spoiledSession(RefusalCode code, String reason, Consumer<HandSigner> fault) {
    HandSigner signer = temporary("the token");

    fault.accept(signer);

    Refused refused = refused(signer.sign(), signer.body);
    assertEquals(code, refused.code());
    assertTrue(refused.reason().contains(reason), refused.reason());
  }

  static Stream<Arguments> spoiledSession() {
    String once = "be the one issued";
    return Stream.of(
        fault(UNRECOGNIZED_CLIENT, once, r -> r.headers.remove("X-Amz-Security-Token")),
        fault(UNRECOGNIZED_CLIENT, once, r -> r.set("X-Amz-Security-Token", "")),
        fault(UNRECOGNIZED_CLIENT, once, r -> r.set("X-Amz-Security-Token", "another token")),
        fault(
            UNRECOGNIZED_CLIENT,
            once,
            r -> r.set("X-Amz-Security-Token", "the token", "the token")),
        fault(
            INCOMPLETE_SIGNATURE,
            "'x-amz-security-token' must be signed",
            r -> r.unsigned("x-amz-security-token")),
        fault(EXPIRED_TOKEN, "expired at", r -> r.accessKeyId = "ASIAEXPIRED"));
  }

  @ParameterizedTest
  @MethodSource
  void anAuthorizationOfAnotherFormIsIncomplete(String authorization) {
    HandSigner signer = new HandSigner();
    signer.sign();
    signer.set("Authorization", authorization.replace("{hex}", "0".repeat(64)));

    assertEquals(INCOMPLETE_SIGNATURE, refused(signer.head(), signer.body).code());
  }

  static Stream<String> anAuthorizationOfAnotherFormIsIncomplete() {
    String scope = "AKIDLONGTERM/20260301/eu-west-1/sagemaker/aws4_request";
    return Stream.of(
        "",
        "Bearer token",
        "AWS4-HMAC-SHA256",
        "AWS4-ECDSA-P256-SHA256 Credential=" + scope + ", SignedHeaders=host, Signature={hex}",
        "AWS4-HMAC-SHA256 Credential=AKIDLONGTERM, SignedHeaders=host, Signature={hex}",
        "AWS4-HMAC-SHA256 Credential=" + scope + "/more, SignedHeaders=host, Signature={hex}",
        "AWS4-HMAC-SHA256 Credential=" + scope + ", Signature={hex}",
        "AWS4-HMAC-SHA256 Credential=" + scope + ", SignedHeaders=, Signature={hex}",
        "AWS4-HMAC-SHA256 Credential=" + scope + ", SignedHeaders=host",
        "AWS4-HMAC-SHA256 Credential=" + scope + ", SignedHeaders=host, Signature=00",
        "AWS4-HMAC-SHA256 Credential=" + scope + ", SignedHeaders=host, Signature={hex}, More=1");
  }

  @Test
  void noAuthorizationIsMissing() {
    HandSigner signer = new HandSigner();

    assertEquals(MISSING_AUTHENTICATION_TOKEN, refused(signer.head(), signer.body).code());
  }

  @Test
  void twoAuthorizationsAreIncomplete() {
    HandSigner signer = new HandSigner();
    signer.sign();
    String authorization = signer.headers.get("Authorization").get(0);
    signer.set("Authorization", authorization, authorization);

    assertEquals(INCOMPLETE_SIGNATURE, refused(signer.head(), signer.body).code());
  }

  @Test
  void aMismatchShowsWhatShouldHaveBeenSignedButNotTheToken() {
    HandSigner signer = temporary("the token");
    signer.secret = "guess";

    String detail = refused(signer.sign(), signer.body).detail();

    assertTrue(detail.contains("/api/2.0/mlflow/runs/search\nmax=5&order=a%20b\n"), detail);
    assertTrue(detail.contains("AWS4-HMAC-SHA256\n20260301T100000Z\n20260301/eu-west-1"), detail);
    assertTrue(detail.contains("x-amz-security-token:(not shown)"), detail);
    assertFalse(detail.contains("the token"), detail);
  }

  private static Arguments change(String part, Consumer<HandSigner> change) {
    return arguments(part, change);
  }

  private static Arguments fault(RefusalCode code, String reason, Consumer<HandSigner> fault) {
    return arguments(code, reason, fault);
  }

  private static HandSigner temporary(String token) {
    HandSigner signer = new HandSigner();
    signer.accessKeyId = "ASIATEMPORARY";
    return signer.set("X-Amz-Security-Token", token);
  }

  private static HandSigner dated(String amzDate) {
    HandSigner signer = new HandSigner();
    dateTo(signer, amzDate);
    return signer;
  }

  private static void dateTo(HandSigner signer, String amzDate) {
    signer.amzDate = amzDate;
    signer.set("X-Amz-Date", amzDate);
  }

  private static void payload(HandSigner signer, String hash) {
    signer.payloadHash = hash;
    signer.set("X-Amz-Content-SHA256", hash);
  }

  private static void scope(
      HandSigner signer, String date, String region, String service, String terminator) {
    signer.scope = new CredentialScope(date, region, service, terminator);
  }

  private static void replace(HandSigner signer, String pattern, String replacement) {
    String authorization = signer.headers.get("Authorization").get(0);
    signer.set("Authorization", authorization.replaceFirst(pattern, replacement));
  }

  private static Identity accepted(HandSigner signer) {
    return assertInstanceOf(Accepted.class, verify(signer.sign(), signer.body)).identity();
  }

  private static Refused refused(RequestHead head, String body) {
    return assertInstanceOf(Refused.class, verify(head, body));
  }

  private static Verification verify(RequestHead head, String body) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new SignatureVerifier("eu-west-1", id -> Optional.ofNullable(keys().get(id)), clock)
        .verify(head, Sha256.hex(body), RULE);
  }

  private static Map<String, AccessKey> keys() {
    return Map.of(
        "AKIDLONGTERM",
        new AccessKey(identity("AKIDLONGTERM", null, null), "secret", Optional.empty()),
        "ASIATEMPORARY",
        new AccessKey(
            identity("ASIATEMPORARY", "ada", "ada@example.org"),
            "secret",
            Optional.of(new Session("the token", NOW.plusSeconds(1)))),
        "ASIAEXPIRED",
        new AccessKey(
            identity("ASIAEXPIRED", "ada", null),
            "secret",
            Optional.of(new Session("the token", NOW))));
  }

  private static Identity identity(String id, String session, String source) {
    return new Identity(
        id,
        "arn:aws:iam::123456789012:user/example",
        Optional.ofNullable(session),
        Optional.ofNullable(source));
  }
}
