package io.portico.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.sandbox.apigateway.Tally;
import io.portico.sandbox.endpoint.SandboxAccount;
import io.portico.sandbox.endpoint.SignedEndpoint;
import io.portico.testsupport.RawHttp;
import io.vertx.core.Vertx;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two replicas before one PostgreSQL and one API Gateway with AWS's quotas. */
@Tag("demo")
class ReplicasIT {
  private static final String API = "/app/apis/ordersapi1";
  private static final Pattern MARK = Pattern.compile("(?<=name=\"mark\" value=\")[^\"]+");

  private static final int CHANGED = 409;
  private static final int MAX_LOOKS = 5;

  private final Vertx vertx = Vertx.vertx();
  private final SandboxAccount account =
      new SandboxAccount(
          Clock.systemUTC(), Duration.ZERO, name -> URI.create("http://127.0.0.1:9"), true);
  private EmbeddedPostgres postgres;
  private Jdbi database;
  private PackagedDemo one;
  private PackagedDemo other;

  @BeforeEach
  void start() throws Exception {
    postgres = EmbeddedPostgres.start();
    database = Jdbi.create(postgres.getPostgresDatabase());
    String[] shared = {
      "-Dportico.aws.endpoint=" + SignedEndpoint.start(vertx, 0, account).uri(),
      "-Dquarkus.datasource.jdbc.url=" + postgres.getJdbcUrl("postgres", "postgres"),
      // Each a half of what AWS allows.
      "-Dportico.apidocs.calls-per-second=5"
    };
    one = PackagedDemo.start(shared);
    other = PackagedDemo.startBeside(1, shared);
  }

  @AfterEach
  void stop() throws IOException {
    one.close();
    other.close();
    postgres.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** As a person does with the forms, who looks again if a stage has changed meanwhile. */
  private static void publish(PackagedDemo replica, String session, String version)
      throws IOException {
    String form = "version=&name=" + version + "&note=by+two&stage=test";
    RawHttp.Response planned = replica.submit(session, API + "/publish", API + "/publish", form);
    assertEquals(303, planned.status(), planned.text());
    String plan = URI.create(planned.header("Location").orElseThrow()).getPath();
    RawHttp.Response confirmed = confirm(replica, session, plan);
    for (int looks = 1; looks < MAX_LOOKS && confirmed.status() == CHANGED; looks++) {
      confirmed = confirm(replica, session, plan);
    }
    assertEquals(303, confirmed.status(), confirmed.text());
  }

  private static RawHttp.Response confirm(PackagedDemo replica, String session, String plan)
      throws IOException {
    Matcher mark = MARK.matcher(replica.page(session, plan));
    assertTrue(mark.find(), "no confirmation");
    return replica.submit(session, plan, plan, "mark=" + mark.group());
  }

  private List<String> published(String columns) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    "select "
                        + columns
                        + " from publication where state <> 'PLANNED' order by number")
                .mapTo(String.class)
                .list());
  }

  private void awaitEnd() throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(6).toNanos();
    while (published("state").contains("RUNNING") && System.nanoTime() < end) {
      TimeUnit.SECONDS.sleep(1);
    }
  }

  private void assertAllPublished(List<String> versions) {
    assertEquals(versions, published("version"), "in the order of their confirmations");
    assertEquals(List.of("DONE"), published("state").stream().distinct().toList());
    assertEquals(
        versions,
        database.withHandle(
            handle ->
                handle
                    .createQuery("select version from publication order by ended_at")
                    .mapTo(String.class)
                    .list()),
        "finished in the same order");
    Tally tally = account.apiGateway().tally();
    assertEquals(versions.size(), tally.received("CreateDocumentationVersion"));
    assertEquals(0, tally.throttled("CreateDocumentationVersion"));
  }

  @Test
  @Holds(Promise.PUBLISHERS_KEEP_THEIR_ORDER)
  void tenPublicationsFromBothSidesFinishInOrder() throws Exception {
    String sessionOfOne = one.session("publisher");
    String sessionOfOther = other.session("publisher");
    List<String> versions = IntStream.range(0, 10).mapToObj(i -> "3.0." + i).toList();
    for (int i = 0; i < versions.size(); i += 2) {
      publish(one, sessionOfOne, versions.get(i));
      publish(other, sessionOfOther, versions.get(i + 1));
    }
    awaitEnd();
    assertAllPublished(versions);
  }

  @Test
  @Holds(Promise.PUBLISHERS_KEEP_THEIR_ORDER)
  void whatAKilledReplicaHadBegunIsFinishedByTheOther() throws Exception {
    String session = other.session("publisher");
    List<String> versions = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      versions.add("4.0." + i);
      publish(other, session, versions.get(i));
    }
    other.kill();
    awaitEnd();
    assertAllPublished(versions);
  }
}
