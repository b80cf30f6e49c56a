package io.portico.aws;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Credentials to sign with, kept and renewed ahead of their end, so that a request finds them
 * ready.
 */
@Singleton
public class CredentialsSource {
  /**
   * 10,000 people with five roles each: who is forgotten costs a call to STS on each request. One
   * takes some 2 KiB.
   */
  private static final int MAX_SESSIONS = 50_000;

  private static final String OWN = "own";

  /** Few, and its own: when AWS is slow, nothing but credentials waits. */
  private static final int THREADS = 8;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final AsyncLoadingCache<RoleSession, Credentials> sessions;
  private final AsyncLoadingCache<String, Credentials> own;

  CredentialsSource(AwsConfig config, SecurityTokenService sts, OwnCredentials ownCredentials) {
    Duration lifetime = config.sessionDuration();
    sessions =
        Caffeine.newBuilder()
            .executor(threads)
            .maximumSize(MAX_SESSIONS)
            .refreshAfterWrite(lifetime.multipliedBy(3).dividedBy(4))
            .expireAfterWrite(lifetime.minusMinutes(1))
            .buildAsync(sts::assume);
    // The SDK's chain renews by itself; asking it every minute keeps its I/O off the event loop.
    own =
        Caffeine.newBuilder()
            .executor(threads)
            .refreshAfterWrite(Duration.ofMinutes(1))
            .expireAfterWrite(Duration.ofMinutes(5))
            .buildAsync(key -> ownCredentials.current());
  }

  void close(@Observes ShutdownEvent stop) {
    threads.shutdownNow();
  }

  /** The credentials of a role assumed for a person; fails as STS does. */
  public CompletionStage<Credentials> of(RoleSession session) {
    return sessions.get(session);
  }

  /** The portal's own credentials. */
  public CompletionStage<Credentials> own() {
    return own.get(OWN);
  }
}
