package io.portico.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.IntStream;

/**
 * Each request sent once, some at a time: a load generator that counts by seconds would send them
 * again.
 *
 * @param elapsed for all of them
 * @param processorTime of the portal
 */
record Pass(int requests, Duration elapsed, Duration processorTime) {
  private static final int AT_ONCE = 64;

  static Pass of(Contender contender, Turns turns) {
    Vertx vertx = Vertx.vertx();
    try {
      HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(AT_ONCE));
      Duration before = contender.listener().processorTime();
      long start = System.nanoTime();
      Iterator<Turns.Turn> left = turns.turns().iterator();
      Future.all(IntStream.range(0, AT_ONCE).mapToObj(i -> next(client, contender, left)).toList())
          .toCompletionStage()
          .toCompletableFuture()
          .join();
      return new Pass(
          turns.turns().size(),
          Duration.ofNanos(System.nanoTime() - start),
          contender.listener().processorTime().minus(before));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  double rate() {
    return requests / (elapsed.toNanos() / 1e9);
  }

  double microsecondsEach() {
    return processorTime.toNanos() / 1e3 / requests;
  }

  private static Future<Void> next(
      HttpClient client, Contender contender, Iterator<Turns.Turn> left) {
    Turns.Turn turn;
    synchronized (left) {
      if (!left.hasNext()) {
        return Future.succeededFuture();
      }
      turn = left.next();
    }
    return client
        .request(options(contender, turn))
        .compose(request -> request.send().compose(Pass::answer))
        .compose(done -> next(client, contender, left));
  }

  private static Future<Void> answer(HttpClientResponse response) {
    return response.statusCode() == 200
        ? response.body().mapEmpty()
        : Future.failedFuture("Status " + response.statusCode());
  }

  private static RequestOptions options(Contender contender, Turns.Turn turn) {
    String[] host = contender.host().split(":");
    RequestOptions options =
        new RequestOptions()
            .setServer(SocketAddress.inetSocketAddress(contender.base().getPort(), "127.0.0.1"))
            .setHost(host[0])
            .setPort(Integer.parseInt(host[1]))
            .setURI(turn.path());
    contender.credentials().get().forEach(line -> add(options, line));
    add(options, turn.header());
    return options;
  }

  private static void add(RequestOptions options, String line) {
    String[] parts = line.split(": ", 2);
    options.addHeader(parts[0], parts[1]);
  }
}
