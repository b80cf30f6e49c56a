package io.portico.sandbox.endpoint;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * A whole answer, small enough to be held.
 *
 * @param status the HTTP status
 * @param headers content type among them
 * @param body the text, sent as UTF-8
 */
record AwsReply(int status, Map<String, String> headers, String body) {

  static AwsReply json(JsonObject body) {
    return new AwsReply(200, Map.of("Content-Type", ErrorFormat.AMZ_JSON), body.encode());
  }

  static AwsReply xml(String body) {
    return new AwsReply(200, Map.of("Content-Type", ErrorFormat.TEXT_XML), body);
  }

  Future<Void> send(HttpServerResponse response) {
    headers.forEach(response::putHeader);
    return response.setStatusCode(status).end(body);
  }
}
