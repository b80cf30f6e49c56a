package io.portico.identity;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.codec.BodyCodec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether the identity provider is there. Quarkus would send people to one that is away, where they
 * see their browser's error in place of a page of ours.
 */
@ApplicationScoped
public class ProviderPresence {
  /** So many strangers ask once, and a provider that is back is soon seen. */
  private static final Duration KEPT = Duration.ofSeconds(2);

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Below it any answer will do: many an issuer has no page at its address. */
  private static final int BROKEN = 500;

  private final Vertx vertx;
  private final Optional<String> address;
  private final WebClient client;
  private Look last;

  /**
   * One time that the provider was looked for.
   *
   * @param since by the clock of {@link System#nanoTime()}
   */
  private record Look(long since, Uni<Void> presence) {
    boolean isOld() {
      return System.nanoTime() - since > KEPT.toNanos();
    }
  }

  @Inject
  ProviderPresence(
      Vertx vertx,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> address,
      @ConfigProperty(name = "quarkus.oidc.tls.tls-configuration-name") Optional<String> tls,
      @ConfigProperty(name = "quarkus.oidc.proxy.host") Optional<String> proxy,
      TlsConfigurationRegistry registry) {
    // Behind a proxy it is not looked for.
    this(
        vertx,
        address.filter(url -> proxy.isEmpty()),
        tls.flatMap(registry::get).or(registry::getDefault));
  }

  ProviderPresence(Vertx vertx, Optional<String> address, Optional<TlsConfiguration> tls) {
    this.vertx = vertx;
    this.address = address;
    this.client = WebClient.create(vertx, options(tls));
  }

  private static WebClientOptions options(Optional<TlsConfiguration> tls) {
    WebClientOptions options = new WebClientOptions();
    options
        .setFollowRedirects(false)
        .setKeepAlive(false)
        .setConnectTimeout((int) PATIENCE.toMillis())
        .setTracingPolicy(TracingPolicy.IGNORE);
    tls.ifPresent(configuration -> TlsConfigUtils.configure(options, configuration));
    return options;
  }

  /**
   * Fails with {@link IdentityProviderUnavailable} if the provider does not answer. Goes on where
   * it was called.
   */
  public Uni<Void> confirm() {
    Context here = vertx.getOrCreateContext();
    return address
        .map(this::lookAt)
        .orElseGet(() -> Uni.createFrom().voidItem())
        .emitOn(command -> here.runOnContext(ignored -> command.run()));
  }

  private synchronized Uni<Void> lookAt(String url) {
    if (last == null || last.isOld()) {
      last = new Look(System.nanoTime(), presenceAt(url).memoize().indefinitely());
    }
    return last.presence();
  }

  private Uni<Void> presenceAt(String url) {
    return Uni.createFrom()
        .completionStage(() -> ask(url).toCompletionStage())
        .onFailure()
        .transform(away -> new IdentityProviderUnavailable("No answer of " + url + ": " + away));
  }

  private Future<Void> ask(String url) {
    return client
        .getAbs(url)
        .timeout(PATIENCE.toMillis())
        .as(BodyCodec.none())
        .send()
        .compose(
            answer ->
                answer.statusCode() < BROKEN
                    ? Future.<Void>succeededFuture()
                    : Future.failedFuture("status " + answer.statusCode()));
  }
}
