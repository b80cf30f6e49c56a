package io.portico.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.sandbox.endpoint.SandboxAccount;
import io.portico.sandbox.sigv4.AccessKey;
import io.portico.sandbox.sigv4.HeaderFields;
import io.portico.sandbox.sigv4.Identity;
import io.portico.sandbox.sigv4.RequestHead;
import io.portico.sandbox.sigv4.SignatureVerifier;
import io.portico.sandbox.sigv4.SigningRule;
import io.portico.sandbox.sigv4.SigningRule.ResourceHeader;
import io.portico.sandbox.sigv4.Verification;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What every request at a tracking server has to be like, whatever a client sent. */
final class UpstreamRequests {
  private static final String ARN = "x-mlflow-sm-tracking-server-arn";

  private static final Set<String> OURS =
      Set.of("accept-encoding", "authorization", "host", "x-amz-content-sha256", "x-amz-date", ARN);

  private static final Set<String> CLIENTS =
      Set.of(
          "accept",
          "content-encoding",
          "content-length",
          "content-type",
          "if-modified-since",
          "if-none-match",
          "if-range",
          "range",
          "user-agent",
          "x-mlflow-workspace");

  private static final AccessKey KEY =
      new AccessKey(
          new Identity(
              SandboxAccount.ACCESS_KEY_ID,
              "arn:aws:iam::123456789012:user/portal",
              Optional.empty(),
              Optional.empty()),
          SandboxAccount.SECRET_ACCESS_KEY,
          Optional.empty());

  private static final SigningRule RULE =
      new SigningRule(
          "sagemaker-mlflow",
          true,
          Optional.of(
              new ResourceHeader(
                  ARN,
                  "x-sm-mlflow-app-arn",
                  Set.of(
                      HostilePortal.arn(HostilePortal.MODELS),
                      HostilePortal.arn(HostilePortal.CLOSED),
                      HostilePortal.arn(HostilePortal.THROTTLED)))));

  private UpstreamRequests() {}

  static void assertInOrder(List<Received> requests) {
    Tally tally = Tally.of("upstream", "signed requests looked through", "out of order");
    tally.count(requests.size());
    List<String> faults = requests.stream().flatMap(UpstreamRequests::faults).toList();
    faults.forEach(tally::failed);
    assertEquals(List.of(), faults);
  }

  /** What is wrong with a request. */
  static Stream<String> faults(Received request) {
    TreeSet<String> strange = request.names();
    strange.removeAll(OURS);
    strange.removeAll(CLIENTS);
    Set<String> missing = new HashSet<>(OURS);
    missing.removeAll(request.names());
    boolean twice = request.names().size() != request.headers().size();
    boolean plain =
        request.head().chars().allMatch(c -> c >= ' ' && c <= '~' || c == '\r' || c == '\n');
    return Stream.of(
            strange.isEmpty() ? "" : "forbidden: " + strange,
            missing.isEmpty() ? "" : "missing: " + missing,
            twice ? "a header is there twice" : "",
            plain ? "" : "not plain ASCII",
            verification(request) instanceof Verification.Refused no ? no.reason() : "")
        .filter(fault -> !fault.isEmpty())
        .map(fault -> fault + " in " + request.head());
  }

  /** By the sandbox's verifier, which shares no line with the portal's signer. */
  private static Verification verification(Received request) {
    return new SignatureVerifier(
            SandboxAccount.REGION,
            id -> Optional.of(KEY).filter(key -> key.identity().accessKeyId().equals(id)),
            Clock.fixed(request.at(), ZoneOffset.UTC))
        .verify(
            new RequestHead(
                request.method(), request.target(), new HeaderFields(request.headers())),
            request.sha256(),
            RULE);
  }
}
