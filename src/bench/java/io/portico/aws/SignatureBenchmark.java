package io.portico.aws;

import io.portico.bench.RuleBenchmark;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** A GET signed with temporary credentials: by our signer, and by the one of AWS's SDK. */
public class SignatureBenchmark extends RuleBenchmark {
  private static final String HOST = "mlflow.sagemaker.eu-west-1.app.aws";
  private static final String SESSION_TOKEN = "session-token/".repeat(70);

  private Instant now = Instant.parse("2026-11-28T12:34:56Z");
  private UnsignedRequest request =
      new UnsignedRequest(
          "GET",
          "/ajax-api/2.0/mlflow/runs/get",
          "run_id=0123456789abcdef0123456789abcdef&run_uuid=0123456789abcdef0123456789abcdef",
          List.of(
              Map.entry("accept", "*/*"),
              Map.entry(
                  "user-agent",
                  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                      + " Chrome/142.0.0.0 Safari/537.36"),
              Map.entry("accept-encoding", "identity"),
              Map.entry("host", HOST),
              Map.entry(
                  "x-sm-mlflow-app-arn",
                  "arn:aws:sagemaker:eu-west-1:123456789012:mlflow-app/app-1A2B")),
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  private Credentials credentials =
      new Credentials("ASIAEXAMPLE", "secret", Optional.of(SESSION_TOKEN));
  private SigV4Signer ours = new SigV4Signer(new CredentialScope("eu-west-1", "sagemaker"));

  private AwsV4HttpSigner sdks = AwsV4HttpSigner.create();
  private SdkHttpRequest sdksRequest = sdksRequest();
  private AwsSessionCredentialsIdentity sdksCredentials =
      AwsSessionCredentialsIdentity.create("ASIAEXAMPLE", "secret", SESSION_TOKEN);

  private SdkHttpRequest sdksRequest() {
    SdkHttpRequest.Builder http =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(request.method()))
            .protocol("https")
            .host(HOST)
            .encodedPath(request.path());
    for (String parameter : request.query().split("&")) {
      String[] pair = parameter.split("=");
      http.appendRawQueryParameter(pair[0], pair[1]);
    }
    request.headers().forEach(header -> http.putHeader(header.getKey(), header.getValue()));
    return http.build();
  }

  @Benchmark
  public List<Map.Entry<String, String>> ours() {
    return ours.sign(request, credentials, now);
  }

  @Benchmark
  public SignedRequest sdks() {
    return sdks.sign(
        r ->
            r.identity(sdksCredentials)
                .request(sdksRequest)
                .payload(() -> new ByteArrayInputStream(new byte[0]))
                .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sagemaker")
                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true)
                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC)));
  }
}
