package io.portico.hostile.trouble;

import io.portico.packaged.PackagedDemo;
import io.portico.testsupport.RawHttp;
import java.io.IOException;

/**
 * One person's way through the frame of one tracking server.
 *
 * @param port where to connect, be it the portal's or that of a line to it
 * @param origin of the MLflow UI, without its scheme
 * @param cookie the header line of the frame's session
 */
record Frame(int port, String origin, String server, String cookie) {
  /** A small answer. */
  static final String SEARCH = "/ajax-api/2.0/mlflow/experiments/search?max_results=5";

  /** A small change. */
  static final String LOG_METRIC = "/ajax-api/2.0/mlflow/runs/log-metric";

  private static final String ARTIFACTS =
      "/ajax-api/2.0/mlflow-artifacts/artifacts/1/run/artifacts";

  Frame(String server, String cookie) {
    this(PackagedDemo.PORT, "mlflow.portico.localhost:" + PackagedDemo.PORT, server, cookie);
  }

  /** A file of that length, which the answer tells ahead. */
  static String file(long length) {
    return ARTIFACTS + "/sized-" + length + ".bin";
  }

  /** A file whose length the answer does not tell. */
  static String chunkedFile(long length) {
    return ARTIFACTS + "/chunked-" + length + ".bin";
  }

  /** The same by another way to the portal. */
  Frame by(FaultProxy line) {
    return new Frame(line.port(), origin, server, cookie);
  }

  /** Sends a request and reads nothing. */
  RawHttp open(String path) throws IOException {
    RawHttp connection = new RawHttp(port);
    connection.write(head("GET", path) + "\r\n");
    return connection;
  }

  RawHttp.Response get(String path) throws IOException {
    try (RawHttp connection = open(path)) {
      return connection.read();
    }
  }

  /** 0 where there is no whole answer. */
  int status(String path) {
    try {
      RawHttp.Response answer = get(path);
      return answer.complete() ? answer.status() : 0;
    } catch (IOException broken) {
      return 0;
    }
  }

  RawHttp.Response post(String path, String json) throws IOException {
    try (RawHttp connection = new RawHttp(port)) {
      connection.write(head("POST", path) + "Content-Type: application/json\r\n");
      connection.write("Content-Length: %d\r\n\r\n%s".formatted(json.length(), json));
      return connection.read();
    }
  }

  /** Begins an upload of that length, and sends some of it. */
  RawHttp upload(long length, int sent) throws IOException {
    RawHttp connection = new RawHttp(port);
    connection.write(head("PUT", file(length)) + "Content-Length: %d\r\n\r\n".formatted(length));
    connection.write(new byte[sent]);
    return connection;
  }

  private String head(String method, String path) {
    return String.join(
        "\r\n",
        method + " /mlflow/" + server + path + " HTTP/1.1",
        "Host: " + origin,
        "Origin: http://" + origin,
        cookie,
        "");
  }
}
