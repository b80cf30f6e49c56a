package io.portico.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A proxy to measure, or the upstream itself.
 *
 * @param base where MLflow's paths begin
 * @param host the header Host
 * @param warmUp how many seconds of load it takes to be as fast as it gets; what is compiled while
 *     it runs takes long
 * @param credentials header lines of each request, made anew for each measurement
 */
record Contender(
    String name, URI base, String host, int warmUp, Supplier<List<String>> credentials) {

  private static final int SHORT_WARM_UP = 4;

  Contender(String name, URI base, String host, Supplier<List<String>> credentials) {
    this(name, base, host, SHORT_WARM_UP, credentials);
  }

  /** One that asks for no credentials. */
  static Contender at(String name, URI base) {
    return new Contender(name, base, base.getAuthority(), List::of);
  }

  Listener listener() {
    return Listener.of(base.getPort());
  }

  String url(Call call) {
    return url(call.target());
  }

  String url(String target) {
    return base + target;
  }

  /** Options of wrk and curl, which name headers alike. */
  List<String> headers() {
    List<String> options = new ArrayList<>(List.of("-H", "Host: " + host));
    credentials.get().forEach(line -> options.addAll(List.of("-H", line)));
    return options;
  }
}
