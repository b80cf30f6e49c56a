package io.portico.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.testsupport.Eventually;
import io.portico.testsupport.RawHttp;
import io.portico.testsupport.Secret;
import io.portico.testsupport.TrainingByClient;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The packaged demo, from the sign-in with PKCE and nonce to MLflow. */
@Tag("demo")
class PackagedDemoIT {
  /** The portal says everything; the provider beside it would tell its codes. */
  private static final String[] TALKATIVE = {
    "-Dquarkus.log.level=DEBUG", "-Dquarkus.log.category.\"no.nav\".level=INFO"
  };

  @Test
  void runsTheSameSandboxByItself() throws Exception {
    try (PackagedDemo demo = PackagedDemo.start(TALKATIVE)) {
      RawHttp.Response challenge =
          RawHttp.send(
              PackagedDemo.PORT,
              "GET /app HTTP/1.1",
              "Host: portico.localhost:" + PackagedDemo.PORT,
              "Accept: text/html");
      String authorize = challenge.header("Location").orElseThrow();
      assertTrue(authorize.contains("&nonce="), authorize);
      assertTrue(authorize.contains("&code_challenge_method=S256"), authorize);

      RawHttp.Response found =
          RawHttp.send(
              PackagedDemo.PORT,
              "GET /mlflow/churn/ajax-api/2.0/mlflow/experiments/search?max_results=5 HTTP/1.1",
              "Host: mlflow.portico.localhost:" + PackagedDemo.PORT,
              demo.frameCookie("scientist", "churn"));
      assertEquals(200, found.status(), found.text());
      assertFalse(new JsonObject(found.text()).getJsonArray("experiments").isEmpty());

      String session = demo.session("lead");
      String token = demo.accessToken(session, "churn", "contributor");
      String lane = "http://localhost:" + PackagedDemo.PORT + "/api/mlflow/churn";
      TrainingByClient.run(lane, token, "by the packaged demo");
      Eventually.equal(true, () -> showsTheEndOfTheTraining(demo, session));
    }
    assertFalse(PackagedDemo.log().contains(" ERROR "), PackagedDemo.log());
    assertTrue(PackagedDemo.log().contains(" DEBUG "), PackagedDemo.log());
    assertEquals(List.of(), Secret.allIn(PackagedDemo.log().lines()));
  }

  private static boolean showsTheEndOfTheTraining(PackagedDemo demo, String session) {
    try {
      return demo.page(session, "/app/activity").contains("POST /api/2.0/mlflow/runs/update");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
