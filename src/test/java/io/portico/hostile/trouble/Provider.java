package io.portico.hostile.trouble;

import io.portico.packaged.PackagedDemo;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The identity provider that comes with the packaged demo. */
final class Provider {
  private static final URI TOKENS =
      URI.create("http://localhost:" + PackagedDemo.IDENTITY_PORT + "/portico/token");

  private Provider() {}

  /** Of a program, by client credentials (RFC 6749, 4.4). */
  static String accessToken(String client) throws IOException, InterruptedException {
    return accessToken(TOKENS, client);
  }

  /** The same at another address, which becomes the issuer's. */
  static String accessToken(URI tokens, String client) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(tokens)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=client_credentials&client_id=" + client + "&client_secret=any"))
            .build();
    String answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    return new JsonObject(answer).getString("access_token");
  }
}
