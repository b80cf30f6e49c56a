package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.identity.Person;
import io.portico.mlflow.TrackingServers;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.sandbox.Sandbox;
import io.portico.testsupport.RawHttp;
import io.portico.testsupport.RawHttp.Response;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sandbox's strict verifier says of the portal's signatures, for both kinds of server. */
@QuarkusTest
class SignedRequestsTest {
  private static final String ORIGIN = "http://mlflow.portico.localhost:8081";

  @Inject FrameTickets tickets;
  @Inject TrackingServers servers;
  @Inject Sandbox sandbox;

  private Response send(String method, String server, String path, String body) throws IOException {
    return send("churn-leads", method, server, path, body);
  }

  private Response send(String group, String method, String server, String path, String body)
      throws IOException {
    Person person = new Person("ada|1", "Ada", Set.of(group), Set.of(), "session");
    String ticket = tickets.issue(servers.of(person, server).orElseThrow(), person);
    return RawHttp.send(
        8081,
        method + " /mlflow/" + server + path + " HTTP/1.1",
        "Host: mlflow.portico.localhost:8081",
        "Origin: " + ORIGIN,
        "Content-Type: application/json",
        "Content-Length: " + body.length(),
        "Cookie: portico-frame-" + server + "=" + tickets.exchange(ticket, server).orElseThrow(),
        "",
        body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/version",
        "/get-artifact?run_uuid=1&path=a%20b",
        "/get-artifact?run_uuid=1&path=a+b",
        "/get-artifact?run_uuid=1&path=a%2Bb",
        "/get-artifact?path=dir%2Ffile&run_uuid=1",
        "/get-artifact?path=%C3%BCbersicht%202.txt&run_uuid=1",
        "/get-artifact?path=%F0%9F%98%80&run_uuid=1&run_uuid=0",
        "/get-artifact?b=2&a=1&a=&A=~.-_*'()!",
        "/get-artifact?path=100%25&path",
        "/api/2.0/mlflow-artifacts/artifacts/1/r/artifacts/%C3%BCber%20sicht+100%25.txt",
        "/api/2.0/mlflow-artifacts/artifacts/1/r/artifacts/a@b=c,d!$&'()*~.txt",
        "/ajax-api/2.0/mlflow/registered-models/get?name=a%22b%27c%3Cd%3E"
      })
  @Holds({Promise.ONE_PARSED_PATH, Promise.LEGAL_NAMES_ARRIVE})
  void everyLegalTargetBearsAGoodSignature(String target) throws IOException {
    for (String server : new String[] {"churn", "forecasting"}) {
      Response response = send("GET", server, target, "");
      // The demo tracking server may not know it, but AWS let it through.
      assertTrue(Set.of(200, 400, 404).contains(response.status()), response.text());
      var last = sandbox.journal().entries().get(sandbox.journal().entries().size() - 1);
      assertTrue(last.accepted(), last::toString);
    }
  }

  @Test
  @Holds(Promise.AWS_SEES_THE_PERSON)
  void awsSeesThePerson() throws IOException {
    // "ada|1" is no session name: its letters, and the begin of its SHA-256 (coreutils' sha256sum).
    String name = "=ada_1=1afbb0ded6a2c5de015943d5ed36143b";
    assertEquals(200, send("GET", "churn", "/version", "").status());
    var last = sandbox.journal().entries().get(sandbox.journal().entries().size() - 1);
    var identity = last.identity().orElseThrow();
    assertEquals(identity.roleSessionName(), identity.sourceIdentity());
    assertEquals("arn:aws:sts::123456789012:assumed-role/portico-churn/" + name, identity.arn());
  }

  @ParameterizedTest
  @CsvSource({"forecasting-readers, viewer", "churn-leads, manager"})
  @Holds(Promise.LEVELS_HOLD)
  void awsSeesTheLevel(String group, String level) throws IOException {
    assertEquals(200, send(group, "GET", "forecasting", "/version", "").status());
    var last = sandbox.journal().entries().get(sandbox.journal().entries().size() - 1);
    String role = "arn:aws:sts::123456789012:assumed-role/portico-forecasting-" + level + "/";
    assertTrue(last.identity().orElseThrow().arn().startsWith(role), last::toString);
  }

  @Test
  void aWriteIsDone() throws IOException {
    Response created =
        send(
            "POST",
            "forecasting",
            "/ajax-api/2.0/mlflow/experiments/create",
            "{\"name\":\"signed\"}");
    assertEquals(200, created.status(), created.text());
    Response found =
        send(
            "GET",
            "forecasting",
            "/ajax-api/2.0/mlflow/experiments/get-by-name?experiment_name=signed",
            "");
    assertEquals(
        new JsonObject(created.text()).getString("experiment_id"),
        new JsonObject(found.text()).getJsonObject("experiment").getString("experiment_id"));
  }
}
