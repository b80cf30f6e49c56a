package io.portico.sandbox;

import io.portico.sandbox.mlflow.DemoMlflow;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A demo tracking server for each server of the account, with data of its own; made on demand. */
final class DemoServers implements MlflowSource {

  private final Map<String, DemoMlflow> servers = new ConcurrentHashMap<>();
  private final Vertx vertx;

  DemoServers(Vertx vertx) {
    this.vertx = vertx;
  }

  @Override
  public URI uri(String server) {
    return servers.computeIfAbsent(server, seed -> DemoMlflow.start(vertx, seed)).uri();
  }

  @Override
  public String description() {
    return "demo data";
  }

  @Override
  public void close() {
    servers.values().forEach(DemoMlflow::close);
  }
}
