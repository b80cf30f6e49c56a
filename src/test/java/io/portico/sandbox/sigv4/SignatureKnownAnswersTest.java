package io.portico.sandbox.sigv4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.portico.sandbox.sigv4.AccessKey.Session;
import io.portico.sandbox.sigv4.Verification.Accepted;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The signatures AWS publishes in its Signature Version 4 test suite, for header authentication and
 * normalised paths. Origin: {@code awslabs/aws-c-auth}, {@code tests/aws-signing-test-suite/v4}
 * ({@code header-signed-request.txt}); get-special-character, get-vanilla-query-order-key and
 * -value: the older edition in {@code boto/botocore}, {@code tests/unit/auth/aws4_testsuite}. Its
 * {@code get-space} and {@code get-utf8} give the path unencoded, so that it is encoded once.
 */
class SignatureKnownAnswersTest {

  private static final Clock THEN =
      Clock.fixed(Instant.parse("2015-08-30T12:36:00Z"), ZoneOffset.UTC);
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final String UNRESERVED =
      "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String STS_TOKEN =
      "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfp"
          + "SPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0"
          + "KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64"
          + "lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          get-vanilla                     | GET  | /                          | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
          get-relative                    | GET  | /example/..                | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
          get-relative-relative           | GET  | /example1/example2/../..   | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
          get-slash                       | GET  | //                         | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
          get-slash-dot-slash             | GET  | /./                        | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
          get-slash-pointless-dot         | GET  | /./example                 | ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5
          get-slashes                     | GET  | //example//                | 9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84
          get-space                       | GET  | /example space/            | 652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741
          get-special-character           | GET  | /example/$delete           | a853c9b21b528b19643d00910d35b83a10c366a10833ceefb45edd6c80e40f27
          get-unreserved                  | GET  | /{unreserved}              | 07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f
          get-utf8                        | GET  | /ሴ                         | 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85
          get-vanilla-empty-query-key     | GET  | /?Param1=value1            | a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb
          get-vanilla-query-order-encoded | GET  | /?Param-3=Value3&Param=Value2&%E1%88%B4=Value1 | 371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac
          get-vanilla-query-order-key-case| GET  | /?Param2=value2&Param1=value1 | b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500
          get-vanilla-query-unreserved    | GET  | /?{unreserved}={unreserved} | 9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197
          get-vanilla-utf8-query          | GET  | /?ሴ=bar                    | 2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04
          post-vanilla                    | POST | /                          | 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b
          post-vanilla-query              | POST | /?Param1=value1            | 28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11
          """)
  void targets(String name, String method, String target, String signature) {
    assertAccepted(
        method,
        target.replace("{unreserved}", UNRESERVED),
        "",
        "host;x-amz-date",
        signature,
        List.of());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          get-header-key-duplicate   | GET  | value2,value2,value1               | c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea
          get-header-value-multiline | GET  | value1\\n  value2\\n     value3    | cfd34249e4b1c8d6b91ef74165d41a32e5fab3306300901bb65a51a73575eefd
          get-header-value-order     | GET  | value4,value1,value3,value2        | 08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01
          post-header-key-sort       | POST | value1                             | c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c
          post-header-value-case     | POST | VALUE1                             | cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d
          """)
  void headers(String name, String method, String values, String signature) {
    List<Map.Entry<String, String>> lines = new ArrayList<>();
    for (String value : values.replace("\\n", "\n").split(",")) {
      lines.add(Map.entry("My-Header1", value));
    }
    assertAccepted(method, "/", "", "host;my-header1;x-amz-date", signature, lines);
  }

  @ParameterizedTest(name = "get-header-value-trim")
  @CsvSource("acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736")
  void blanks(String signature) {
    assertAccepted(
        "GET",
        "/",
        "",
        "host;my-header1;my-header2;x-amz-date",
        signature,
        List.of(Map.entry("My-Header1", " value1"), Map.entry("My-Header2", " \"a   b   c\"")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          post-x-www-form-urlencoded            | application/x-www-form-urlencoded                | d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b
          post-x-www-form-urlencoded-parameters | application/x-www-form-urlencoded; charset=utf-8 | 328d1b9eaadca9f5818ef05e8392801e091653bafec24fcab71e7344e7f51422
          """)
  void bodies(String name, String contentType, String signature) {
    assertAccepted(
        "POST",
        "/",
        "Param1=value1",
        "content-length;content-type;host;x-amz-content-sha256;x-amz-date",
        signature,
        List.of(
            Map.entry("Content-Type", contentType),
            Map.entry("Content-Length", "13"),
            Map.entry("x-amz-content-sha256", Sha256.hex("Param1=value1"))));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          get-vanilla-with-session-token | GET  | 6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267 | 07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8
          post-sts-header-before         | POST |                                                                  | 85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead
          """)
  void sessionTokens(String name, String method, String token, String signature) {
    assertAccepted(
        method,
        "/",
        "",
        "host;x-amz-date;x-amz-security-token",
        signature,
        List.of(Map.entry("X-Amz-Security-Token", token == null ? STS_TOKEN : token)));
  }

  private static void assertAccepted(
      String method,
      String target,
      String body,
      String signedHeaders,
      String signature,
      List<Map.Entry<String, String>> more) {
    List<Map.Entry<String, String>> lines = new ArrayList<>(more);
    lines.add(Map.entry("Host", "example.amazonaws.com"));
    lines.add(Map.entry("X-Amz-Date", "20150830T123600Z"));
    lines.add(
        Map.entry(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                + " SignedHeaders=%s, Signature=%s".formatted(signedHeaders, signature)));
    RequestHead head = new RequestHead(method, target, new HeaderFields(lines));
    Verification verification =
        new SignatureVerifier("us-east-1", id -> Optional.of(key(id, head)), THEN)
            .verify(head, Sha256.hex(body), SigningRule.forService("service"));
    assertEquals(
        "AKIDEXAMPLE", assertInstanceOf(Accepted.class, verification).identity().accessKeyId());
  }

  private static AccessKey key(String id, RequestHead head) {
    Optional<Session> session =
        head.headers().values("x-amz-security-token").stream()
            .findFirst()
            .map(token -> new Session(token, THEN.instant().plusSeconds(1)));
    return new AccessKey(
        new Identity(
            id, "arn:aws:iam::123456789012:user/example", Optional.empty(), Optional.empty()),
        SECRET,
        session);
  }
}
