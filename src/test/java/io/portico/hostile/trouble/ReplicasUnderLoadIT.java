package io.portico.hostile.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.packaged.Entrance;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.promises.Reliability;
import io.portico.testsupport.RawHttp;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Three replicas, one of which is always missing. */
@Tag("hostile")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasUnderLoadIT {
  private static final int PACE = 25;
  private static final String SERVER = "churn";

  private static Replicas replicas;
  private static String session;
  private static Asking[] askings;

  @BeforeAll
  static void start() throws Exception {
    replicas = new Replicas(3);
    Entrance entrance = replicas.entrance();
    session = entrance.session("scientist");
    Frame frame = replicas.frame(SERVER, entrance.frameCookieOf(session, SERVER));
    String token = entrance.accessToken(session, List.of(SERVER), "viewer");
    String jwt = Provider.accessToken("nightly-training");
    askings =
        new Asking[] {
          () -> entrance.page(session, "/app"),
          () -> frame.get(Frame.SEARCH),
          () -> program(token),
          () -> program(jwt),
          new KeptConnection(entrance.port(), programRequest(jwt))
        };
  }

  @AfterAll
  static void stop() {
    replicas.close();
  }

  private static String[] programRequest(String bearer) {
    return new String[] {
      "GET /api/mlflow/" + SERVER + "/api/2.0/mlflow/experiments/search?max_results=5 HTTP/1.1",
      "Host: portico.localhost:" + replicas.entrance().port(),
      "Authorization: Bearer " + bearer
    };
  }

  private static RawHttp.Response program(String bearer) throws IOException {
    return RawHttp.send(replicas.entrance().port(), programRequest(bearer));
  }

  @Test
  @Order(1)
  @Holds({Promise.STOPS_ARE_GRACEFUL, Promise.REPLICAS_ARE_ALIKE})
  void aRollingRestartFailsNoRequest() throws Exception {
    Pulse load = Pulse.of(PACE, askings);
    replicas.restartAll();
    Answers answers = load.end();
    Reliability.note("A rolling restart of three replicas under load", answers.text());
    assertEquals(0, answers.failed(), () -> answers.statuses().toString());
  }

  @Test
  @Order(2)
  @Holds(Promise.REPLICAS_ARE_ALIKE)
  void aKilledReplicaMakesNobodySignInAgain() throws Exception {
    Pulse load = Pulse.of(PACE, askings);
    replicas.kill(0);
    Answers meanwhile = load.end();
    Answers after = Pulse.during(Duration.ofSeconds(5), PACE, askings);
    Reliability.note("One of three replicas killed, until the balancer sees it", meanwhile.text());
    Reliability.note("One of three replicas killed, from then on", after.text());
    assertTrue(
        Set.of(0, 200).containsAll(meanwhile.statuses().keySet()),
        () -> "broken connections at most: " + meanwhile.statuses());
    assertEquals(0, after.failed(), () -> after.statuses().toString());
  }
}
