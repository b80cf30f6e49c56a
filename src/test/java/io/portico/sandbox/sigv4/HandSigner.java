package io.portico.sandbox.sigv4;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Signs anything, also what no signer should: each part can be set wrong by itself. */
final class HandSigner {

  private static final String ARN = "arn:aws:sagemaker:eu-west-1:123456789012:mlflow-app/app-1";

  String method = "POST";
  String target = "/api/2.0/mlflow/runs/search?max=5&order=a%20b";
  String body = "{\"filter\":\"\"}";
  String payloadHash = Sha256.hex(body);
  String secret = "secret";
  String accessKeyId = "AKIDLONGTERM";
  String amzDate = "20260301T100000Z";
  String signature;
  List<String> signedHeaders;
  CredentialScope scope = new CredentialScope("20260301", "eu-west-1", "sagemaker", "aws4_request");
  final Map<String, List<String>> headers = new LinkedHashMap<>();

  HandSigner() {
    set("Host", "127.0.0.1:8090");
    set("Content-Type", "application/json");
    set("x-sm-mlflow-app-arn", ARN);
    set("X-Amz-Content-SHA256", payloadHash);
    set("X-Amz-Date", amzDate);
  }

  HandSigner set(String name, String... values) {
    headers.put(name, List.of(values));
    return this;
  }

  HandSigner unsigned(String name) {
    signedHeaders = allHeaders();
    signedHeaders.remove(name);
    return this;
  }

  RequestHead sign() {
    List<String> signed = signedHeaders == null ? allHeaders() : signedHeaders;
    CanonicalRequest request = CanonicalRequest.of(head(), signed, payloadHash);
    String hex =
        signature != null
            ? signature
            : SigningKey.derive(secret, scope).sign(StringToSign.of(amzDate, scope, request));
    set(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(accessKeyId, scope, String.join(";", signed), hex));
    return head();
  }

  RequestHead head() {
    List<Map.Entry<String, String>> lines = new ArrayList<>();
    headers.forEach((name, values) -> values.forEach(value -> lines.add(Map.entry(name, value))));
    return new RequestHead(method, target, new HeaderFields(lines));
  }

  private List<String> allHeaders() {
    return new ArrayList<>(new TreeSet<>(head().headers().names()));
  }
}
