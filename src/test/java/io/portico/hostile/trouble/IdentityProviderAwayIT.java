package io.portico.hostile.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.packaged.Entrance;
import io.portico.packaged.PackagedDemo;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.RawHttp;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The line to the identity provider: cut, and silent. */
@Tag("hostile")
class IdentityProviderAwayIT {
  private static final String SERVER = "churn";
  private static final String AWAY = "identity provider does not answer";

  private FaultProxy line;
  private String provider;

  @BeforeEach
  void start() {
    line = new FaultProxy(PackagedDemo.IDENTITY_PORT);
    provider = "http://localhost:%d/portico".formatted(line.port());
  }

  @AfterEach
  void stop() {
    line.close();
  }

  private void cut(String outage) {
    if (outage.equals("refused")) {
      line.refuse();
    } else {
      line.be(Fault.silence());
    }
  }

  private String jwt() throws IOException, InterruptedException {
    return Provider.accessToken(URI.create(provider + "/token"), "nightly-training");
  }

  private static RawHttp.Response program(String bearer) throws IOException {
    return RawHttp.send(
        PackagedDemo.PORT,
        "GET /api/mlflow/" + SERVER + "/api/2.0/mlflow/experiments/search?max_results=5 HTTP/1.1",
        "Host: portico.localhost:" + PackagedDemo.PORT,
        "Authorization: Bearer " + bearer);
  }

  private static void assertSaysSo(RawHttp.Response page) {
    assertEquals(503, page.status(), page.text());
    assertTrue(page.text().contains(AWAY), page.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused", "silent"})
  @Holds(Promise.OUTAGES_ARE_BORNE)
  void thoseSignedInGoOnAndOthersAreToldWhy(String outage) throws Exception {
    try (PackagedDemo demo = PackagedDemo.start("-Dquarkus.oidc.auth-server-url=" + provider)) {
      Entrance entrance = demo.entrance();
      String session = entrance.session("scientist");
      String jwt = jwt();
      assertEquals(200, program(jwt).status());
      RawHttp.Response challenge = entrance.get("/app", "X-Nobody: 1");
      URI back =
          URI.create(Entrance.chooseAtProvider(challenge.header("Location").orElseThrow(), "lead"));
      cut(outage);

      assertEquals(200, entrance.page(session, "/app").status());
      Frame frame = new Frame(SERVER, entrance.frameCookieOf(session, SERVER));
      assertEquals(200, frame.get(Frame.SEARCH).status());
      assertEquals(200, program(jwt).status());
      assertSaysSo(
          entrance.get(
              back.getRawPath() + "?" + back.getRawQuery(),
              "Cookie: " + Entrance.cookies(challenge)));

      line.recover();
      assertTrue(entrance.session("lead").contains("="));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused", "silent"})
  @Holds(Promise.OUTAGES_ARE_BORNE)
  void aProviderThatIsAwayAtTheStartIsFoundLater(String outage) throws Exception {
    cut(outage);
    try (PackagedDemo demo =
        PackagedDemo.start(
            "-Dquarkus.oidc.auth-server-url=" + provider,
            "-Dquarkus.oidc.discovery-enabled=true")) {
      assertSaysSo(demo.entrance().get("/app", "X-Nobody: 1"));
      line.recover();
      Eventually.equal(
          302,
          () -> {
            try {
              return demo.entrance().get("/app", "X-Nobody: 1").status();
            } catch (IOException broken) {
              return 0;
            }
          });
      assertTrue(demo.session("scientist").contains("="));
    }
  }
}
