package io.portico.identity.keycloak;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;

/** What administrators of Keycloak do, by its REST API. */
final class KeycloakAdmin {
  private static final String REALM = Keycloak.ADDRESS + "/admin/realms/portico";
  private static final String MASTER =
      Keycloak.ADDRESS + "/realms/master/protocol/openid-connect/token";

  private final HttpClient http = HttpClient.newHttpClient();
  private int keys;

  /** An access token of another realm. */
  String token() {
    return TokenEndpoint.ask(
            MASTER,
            Map.of(
                "grant_type", "password",
                "client_id", "admin-cli",
                "username", "admin",
                "password", "admin"))
        .text("access_token");
  }

  /** How long tokens live that a client gets from now on. */
  void letTokensLive(String client, Duration life) {
    change(client, "access.token.lifespan", Long.toString(life.toSeconds()));
  }

  /**
   * Sets an attribute of a client.
   *
   * @return what it was before
   */
  String change(String client, String attribute, String value) {
    JsonObject whole = client(client);
    JsonObject attributes = whole.getJsonObject("attributes");
    String before = attributes.getString(attribute);
    attributes.put(attribute, value);
    call("PUT", "/clients/" + whole.getString("id"), whole);
    return before;
  }

  private JsonObject client(String client) {
    return array("/clients?clientId=" + client).getJsonObject(0);
  }

  void addClient(JsonObject client) {
    call("POST", "/clients", client);
  }

  void removeClient(String client) {
    call("DELETE", "/clients/" + client(client).getString("id"), null);
  }

  void leave(String person, String group) {
    call("DELETE", membership(person, group), null);
  }

  void join(String person, String group) {
    call("PUT", membership(person, group), null);
  }

  private String membership(String person, String group) {
    String id = array("/groups?exact=true&search=" + group).getJsonObject(0).getString("id");
    return user(person) + "/groups/" + id;
  }

  private String user(String person) {
    return "/users/"
        + array("/users?exact=true&username=" + person).getJsonObject(0).getString("id");
  }

  /** Ends all of a person's sessions. */
  void signOut(String person) {
    call("POST", user(person) + "/logout", null);
  }

  int sessionsOf(String person) {
    return array(user(person) + "/sessions").size();
  }

  /** Ends the one of a person's sessions that began last. */
  void endNewestSession(String person) {
    String newest =
        array(user(person) + "/sessions").stream()
            .map(JsonObject.class::cast)
            .max(Comparator.comparing(session -> session.getLong("start")))
            .orElseThrow()
            .getString("id");
    call("DELETE", "/sessions/" + newest, null);
  }

  /** How long access tokens live unless a client says otherwise; ID tokens follow. */
  Duration lifeOfTokens() {
    return Duration.ofSeconds(object("").getInteger("accessTokenLifespan"));
  }

  /**
   * Has new tokens signed with a new key; the one before still verifies.
   *
   * @return the id of the new one
   */
  String rotateKeys() {
    keys++;
    JsonObject settings =
        new JsonObject()
            .put("priority", JsonArray.of(Integer.toString(1_000 + keys)))
            .put("enabled", JsonArray.of("true"))
            .put("active", JsonArray.of("true"))
            .put("algorithm", JsonArray.of("RS256"))
            .put("keySize", JsonArray.of("2048"));
    call(
        "POST",
        "/components",
        new JsonObject()
            .put("name", "rotation " + keys)
            .put("providerId", "rsa-generated")
            .put("providerType", "org.keycloak.keys.KeyProvider")
            .put("parentId", object("").getString("id"))
            .put("config", settings));
    return object("/keys").getJsonObject("active").getString("RS256");
  }

  private JsonArray array(String path) {
    return new JsonArray(call("GET", path, null));
  }

  private JsonObject object(String path) {
    return new JsonObject(call("GET", path, null));
  }

  private String call(String method, String path, JsonObject body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(REALM + path))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.encode(body)))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new AssertionError(method + " " + path + ": " + answer.statusCode() + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
