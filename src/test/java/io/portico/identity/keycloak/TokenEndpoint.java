package io.portico.identity.keycloak;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;

/** What clients get from Keycloak by a form: tokens (RFC 6749, 3.2) and device codes (RFC 8628). */
final class TokenEndpoint {
  static final String ADDRESS = Keycloak.ISSUER + "/protocol/openid-connect/token";
  static final String DEVICES = Keycloak.ISSUER + "/protocol/openid-connect/auth/device";

  private TokenEndpoint() {}

  record Answer(int status, JsonObject json) {
    String text(String name) {
      if (json.getString(name) == null) {
        throw new AssertionError("No " + name + ": " + status + " " + json);
      }
      return json.getString(name);
    }
  }

  static Answer ask(String address, Map<String, String> form) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", Form.TYPE)
            .POST(BodyPublishers.ofString(Form.encode(form)))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      return new Answer(answer.statusCode(), new JsonObject(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An access token of a machine (RFC 6749, 4.4). */
  static String accessTokenOf(String client, String secret) {
    return ask(
            ADDRESS,
            Map.of(
                "grant_type", "client_credentials", "client_id", client, "client_secret", secret))
        .text("access_token");
  }

  /** Redeems a code (RFC 6749, 4.1.3). */
  static Answer redeem(String code, String redirect, Map<String, String> more) {
    Map<String, String> form = new HashMap<>(more);
    form.putAll(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", redirect));
    return ask(ADDRESS, form);
  }
}
