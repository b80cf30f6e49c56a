package io.portico.mlflow.proxy;

import io.portico.audit.Actor;
import io.portico.aws.Credentials;
import io.portico.bench.RuleBenchmark;
import io.portico.mlflow.ServerAccess;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/** All rules that a GET in the frame passes, in their order: what they cost a request together. */
public class FrameRequestBenchmark extends RuleBenchmark {
  private final EndpointTable endpoints = EndpointTable.load();
  private final Limits limits = new Limits(Duration.ofSeconds(1), 500_000_000, 500_000_000);
  private final Signer signer = new Signer(null);
  private final Credentials credentials =
      new Credentials("ASIAEXAMPLE", "secret", Optional.of("session-token/".repeat(70)));

  private String uri = "/mlflow/churn/ajax-api/2.0/mlflow/runs/get?run_id=0123456789abcdef";
  private FrameSession session;
  private BrowserChecks checks;
  private FramePolicy policy;
  private HttpServerRequest request;
  private MultiMap answer;

  @Setup
  public void arrive() {
    FrameVisit visit = new FrameVisit();
    session = visit.session();
    checks = visit.checks();
    policy = visit.policy();
    Arrived arrived = Arrived.from(visit.headers());
    request = arrived.request();
    answer = arrived.answer();
  }

  @Benchmark
  public void up(Blackhole sent) {
    RequestTarget below = RequestTarget.parse(uri).target().orElseThrow().below(2);
    FrameGrant grant = session.of(request, FrameVisit.SERVER.id()).orElseThrow();
    Endpoint endpoint = endpoints.find(request.method().name(), below).orElseThrow();
    sent.consume(checks.refusal(request, endpoint));
    Actor actor = new Actor(grant.subject(), grant.name(), "session");
    sent.consume(limits.take(actor));
    List<Map.Entry<String, String>> headers =
        RequestHeaders.of(request.headers(), endpoint.content());
    UpstreamRequest upstream =
        new UpstreamRequest(
            actor,
            new ServerAccess(FrameVisit.SERVER, grant.level()),
            request.method(),
            below,
            headers);
    sent.consume(below.uri());
    sent.consume(signer.headers(upstream, Body.EMPTY, credentials));
  }

  @Benchmark
  public MultiMap down() {
    MultiMap client = HttpHeaders.headers();
    ResponseHeaders.copy(answer, Content.API, client);
    policy.addTo(client, FrameVisit.SERVER.id(), Content.API);
    return client;
  }
}
