package io.portico.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Known answers: the examples with an Authorization header in the Amazon S3 API Reference,
 * "Authenticating Requests: Using the Authorization Header (AWS Signature Version 4)", section
 * "Examples: Signature Calculations". They hold the payload's hash in a header, as ours do.
 */
class SigV4SignerTest {
  private static final Credentials EXAMPLE =
      new Credentials(
          "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", Optional.empty());
  private static final Instant DATE = Instant.parse("2013-05-24T00:00:00Z");
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final Map.Entry<String, String> HOST =
      Map.entry("host", "examplebucket.s3.amazonaws.com");

  private final SigV4Signer signer = new SigV4Signer(new CredentialScope("us-east-1", "s3"));

  private String authorization(UnsignedRequest request) {
    return headers(signer.sign(request, EXAMPLE, DATE)).get("authorization");
  }

  private static Map<String, String> headers(List<Map.Entry<String, String>> headers) {
    return headers.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  void getObjectWithRange() {
    assertEquals(
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
            + " SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
            + " Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
        authorization(
            new UnsignedRequest(
                "GET", "/test.txt", "", List.of(HOST, Map.entry("range", "bytes=0-9")), EMPTY)));
  }

  @Test
  void parameterWithoutValue() {
    assertEquals(
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
            + " SignedHeaders=host;x-amz-content-sha256;x-amz-date,"
            + " Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
        authorization(new UnsignedRequest("GET", "/", "lifecycle", List.of(HOST), EMPTY)));
  }

  @Test
  void parametersInAnyOrder() {
    for (String query : List.of("max-keys=2&prefix=J", "prefix=J&max-keys=2")) {
      assertEquals(
          "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
              + " SignedHeaders=host;x-amz-content-sha256;x-amz-date,"
              + " Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
          authorization(new UnsignedRequest("GET", "/", query, List.of(HOST), EMPTY)));
    }
  }

  @Test
  void theKeyOfAnotherDayAndOfOtherCredentialsIsAnother() {
    UnsignedRequest request = new UnsignedRequest("GET", "/", "", List.of(HOST), EMPTY);
    String first = authorization(request);
    Credentials other = new Credentials(EXAMPLE.accessKeyId(), "another", Optional.empty());
    assertFalse(signer.sign(request, other, DATE).contains(Map.entry("authorization", first)));
    assertFalse(
        signer
            .sign(request, EXAMPLE, DATE.plusSeconds(86_400))
            .contains(Map.entry("authorization", first)));
    assertEquals(first, authorization(request));
  }

  @Test
  void credentialsDoNotPrintTheirSecret() {
    assertEquals("Credentials[AKIAIOSFODNN7EXAMPLE]", EXAMPLE.toString());
  }
}
