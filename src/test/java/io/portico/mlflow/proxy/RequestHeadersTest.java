package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.vertx.core.MultiMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadersTest {
  private static Map<String, String> sent(MultiMap client, Content content) {
    Map<String, String> headers = new TreeMap<>();
    RequestHeaders.of(client, content).forEach(h -> headers.put(h.getKey(), h.getValue()));
    return headers;
  }

  private static MultiMap client(String... namesAndValues) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }

  @Test
  void whatMlflowNeedsGoesOn() {
    assertEquals(
        Map.of(
            "accept", "*/*",
            "accept-encoding", "identity",
            "content-type", "application/json",
            "if-none-match", "\"1\"",
            "range", "bytes=0-9",
            "user-agent", "mlflow-python-client/3.1",
            "x-mlflow-workspace", "team"),
        sent(
            client(
                "ACCEPT", "*/*",
                "Accept-Encoding", "gzip, deflate, br",
                "content-type", "application/json",
                "If-None-Match", "\"1\"",
                "Range", "bytes=0-9",
                "User-Agent", "mlflow-python-client/3.1",
                "X-MLFLOW-Workspace", "team"),
            Content.API));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cookie",
        "Authorization",
        "Proxy-Authorization",
        "Origin",
        "Referer",
        "Host",
        "Forwarded",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Real-IP",
        "X-Amz-Date",
        "X-Amz-Security-Token",
        "x-amz-content-sha256",
        "X-Mlflow-SM-Tracking-Server-ARN",
        "X_Mlflow_SM_Tracking_Server_ARN",
        "x-mlflow-sm-tracking-server-arn ",
        "X-SM-Mlflow-App-ARN",
        "x_sm_mlflow_app_arn",
        "X-HTTP-Method-Override",
        "X-Method-Override",
        "Connection",
        "Keep-Alive",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "Expect",
        "Content-Length",
        "Sec-Fetch-Site",
        "X-CSRF-TOKEN",
        "mlflow-request-header-authorization"
      })
  @Holds({Promise.ONLY_LISTED_HEADERS_GO_UP, Promise.NO_HEADER_IN_ANOTHERS_NAME})
  void nothingElseDoes(String name) {
    for (String value :
        new String[] {"a", "", "a\r\nb", "arn:aws:sagemaker:eu-west-1:1:mlflow-app/x"}) {
      assertEquals(
          Map.of("accept-encoding", "identity"), sent(client(name, value), Content.API), name);
    }
  }

  @Test
  @Holds(Promise.HOP_BY_HOP_HEADERS_END_HERE)
  void aHeaderNamedInConnectionBelongsToThatConnection() {
    assertEquals(
        Map.of("accept", "*/*", "accept-encoding", "identity"),
        sent(
            client("Accept", "*/*", "Range", "bytes=0-1", "Connection", "close, RANGE"),
            Content.API));
    assertEquals(
        Map.of("accept", "*/*", "accept-encoding", "identity"),
        sent(
            client(
                "Accept", "*/*", "Range", "a", "Connection", "keep-alive", "Connection", "range"),
            Content.API));
  }

  @Test
  void aHeaderSentTwiceGoesOnAsOne() {
    assertEquals(
        Map.of("accept", "text/html, */*", "accept-encoding", "identity"),
        sent(client("Accept", "text/html", "accept", "*/* "), Content.API));
  }

  @Test
  void aValueThatIsNotPlainAsciiIsDropped() {
    assertEquals(
        Map.of("accept-encoding", "identity"),
        sent(client("User-Agent", "caf\u00e9", "Accept", "a\u0000b"), Content.API));
  }

  @Test
  void theShellIsAskedForWholeAndUncompressed() {
    assertEquals(
        Map.of("accept", "text/html", "accept-encoding", "identity"),
        sent(
            client(
                "Accept", "text/html",
                "Accept-Encoding", "gzip",
                "If-None-Match", "\"1\"",
                "If-Modified-Since", "Mon, 23 Nov 2026 00:00:00 GMT",
                "Range", "bytes=0-1"),
            Content.SHELL));
  }
}
