package io.portico.mlflow.proxy;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** How connections to the portal are handled, where Quarkus has no setting for it. */
@Singleton
public class ServerConnections implements HttpServerOptionsCustomizer {
  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    // There are no web sockets here, so no request need be asked whether it opens one.
    options.setPerMessageWebSocketCompressionSupported(false);
    options.setPerFrameWebSocketCompressionSupported(false);
    // A read of a large body goes on in one piece, not in eight.
    options.setMaxChunkSize(64 * 1024);
  }
}
