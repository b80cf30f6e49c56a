package io.portico.mlflow.proxy;

import io.portico.testsupport.RawHttp;
import io.portico.testsupport.RawHttp.Response;
import java.io.IOException;
import java.util.stream.Stream;

/** Requests to the REST lane of the running test portal, header by header. */
final class Programs {
  static final String HOST = "Host: portico.localhost:8081";

  private Programs() {}

  static Response get(String target, String... headers) throws IOException {
    return RawHttp.send(
        MlflowOrigin.PORT,
        Stream.concat(Stream.of("GET " + target + " HTTP/1.1", HOST), Stream.of(headers))
            .toArray(String[]::new));
  }

  static Response write(String method, String target, String body, String... headers)
      throws IOException {
    try (RawHttp connection = new RawHttp(MlflowOrigin.PORT)) {
      connection.write(
          String.join(
                  "\r\n", method + " " + target + " HTTP/1.1", HOST, String.join("\r\n", headers))
              + "\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
      return connection.read();
    }
  }
}
