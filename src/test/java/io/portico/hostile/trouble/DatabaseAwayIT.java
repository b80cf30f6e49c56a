package io.portico.hostile.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.packaged.PackagedDemo;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.promises.Reliability;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.RawHttp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The line to PostgreSQL: cut, and silent, which takes longer to notice. */
@Tag("hostile")
class DatabaseAwayIT {
  private static final int CHANGES = 100;
  private static final String SERVER = "churn";

  private static final Jdbi DATABASE =
      Jdbi.create(
          "jdbc:postgresql://127.0.0.1:" + PackagedDemo.DATABASE_PORT + "/postgres",
          "postgres",
          "postgres");

  private static FaultProxy line;
  private static PackagedDemo demo;
  private static Frame frame;
  private static String session;
  private static String token;
  private static String jwt;

  @BeforeAll
  static void start() throws Exception {
    line = new FaultProxy(PackagedDemo.DATABASE_PORT);
    demo =
        PackagedDemo.start(
            "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:%d/postgres"
                .formatted(line.port()));
    session = demo.session("scientist");
    frame = new Frame(SERVER, demo.entrance().frameCookieOf(session, SERVER));
    token = demo.accessToken(session, SERVER, "contributor");
    jwt = Provider.accessToken("nightly-training");
  }

  @AfterAll
  static void stop() {
    line.recover();
    demo.close();
    line.close();
  }

  private static RawHttp.Response program(String bearer) throws IOException {
    return RawHttp.send(
        demo.port(),
        "GET /api/mlflow/" + SERVER + "/api/2.0/mlflow/experiments/search?max_results=5 HTTP/1.1",
        "Host: portico.localhost:" + demo.port(),
        "Authorization: Bearer " + bearer);
  }

  private static int status(String bearer) {
    try {
      return program(bearer).status();
    } catch (IOException broken) {
      return 0;
    }
  }

  /** Changes that the audit trail records: the ids of their requests, sorted. */
  private static List<String> change(String outage) throws IOException {
    List<String> requests = new ArrayList<>();
    for (int i = 0; i < CHANGES; i++) {
      String experiment = "{\"name\": \"%s %d\"}".formatted(outage, i);
      RawHttp.Response changed = frame.post("/ajax-api/2.0/mlflow/experiments/create", experiment);
      assertEquals(200, changed.status(), changed.text());
      requests.add(changed.header("X-Request-Id").orElseThrow());
    }
    return requests.stream().sorted().toList();
  }

  /** Those of the requests that are in the audit trail, sorted. */
  private static List<String> recorded(List<String> requests) {
    return DATABASE.withHandle(
        handle ->
            handle
                .createQuery(
                    "select request from activity where action = 'WRITE' and result = 'DONE'"
                        + " and request in (<requests>) order by request collate \"C\"")
                .bindList("requests", requests)
                .mapTo(String.class)
                .list());
  }

  private static void assertOutageIsBorne(String outage) throws Exception {
    String unused = demo.accessToken(session, SERVER, "contributor");
    assertEquals(List.of(200, 200), List.of(status(token), status(jwt)));
    cut(outage);

    List<String> changes = change(outage);
    for (String bearer : List.of(token, jwt)) {
      assertEquals(200, status(bearer));
    }
    assertEquals(200, demo.entrance().page(session, "/app").status());
    RawHttp.Response unverified = program(unused);
    assertEquals(503, unverified.status(), unverified.text());
    assertTrue(unverified.header("Retry-After").isPresent());
    for (String page : List.of("/app/tokens", "/app/activity")) {
      RawHttp.Response answer = demo.entrance().page(session, page);
      assertEquals(503, answer.status(), page);
      assertTrue(answer.text().contains("Try again"), answer.text());
    }
    assertEquals(List.of(), recorded(changes), "nothing passes the line");

    line.recover();
    Eventually.equal(200, () -> status(unused));
    Eventually.equal(changes, () -> recorded(changes));
    assertEquals(200, demo.entrance().page(session, "/app/tokens").status());
  }

  private static void cut(String outage) {
    if (outage.equals("refused")) {
      line.refuse();
    } else {
      line.be(Fault.silence());
    }
  }

  @Test
  @Holds({Promise.OUTAGES_ARE_BORNE, Promise.EVERY_DEED_IS_RECORDED})
  void aDatabaseThatIsAwayStopsOnlyWhatNeedsIt() throws Exception {
    for (String outage : List.of("refused", "silent")) {
      assertOutageIsBorne(outage);
    }
    Reliability.note(
        "PostgreSQL away and back, its port refused and silent",
        "%d changes made meanwhile, each in the audit trail once".formatted(2 * CHANGES));
  }
}
