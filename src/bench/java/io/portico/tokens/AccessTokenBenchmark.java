package io.portico.tokens;

import io.portico.bench.RuleBenchmark;
import io.portico.identity.Caller;
import io.portico.tokens.AccessToken.Somebody;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.openjdk.jmh.annotations.Benchmark;

/** An access token in use: the header read, the text checked, hashed, and found in the cache. */
public class AccessTokenBenchmark extends RuleBenchmark {
  private TokenSecret secret = TokenSecret.next();
  private String text = secret.text();
  private MultiMap headers = HttpHeaders.headers().add("Authorization", "Bearer " + text);
  private TokenVerification verification =
      new TokenVerification(
          new TokenLookup(
              hash -> Optional.of(known()),
              Duration.ofHours(1),
              AtOnce.threads(),
              System::nanoTime),
          new LastUses(written -> {}),
          new FixedTokensConfig(),
          Clock.systemUTC());

  private static KnownToken known() {
    Instant now = Instant.now();
    return new KnownToken(
        new AccessToken(
            UUID.randomUUID(),
            "nightly training",
            Owner.person("ada"),
            Map.of("mlflow/churn", "contributor"),
            now,
            new Somebody("ada", "Ada Lovelace"),
            now.plus(Duration.ofDays(60)),
            Optional.empty(),
            Optional.empty()),
        Optional.of(new Sighting("ada", "Ada Lovelace", Set.of("churn-team"), now)));
  }

  @Benchmark
  public Optional<String> header() {
    return BearerHeader.of(headers);
  }

  @Benchmark
  public Optional<TokenSecret> parse() {
    return TokenSecret.parse(text);
  }

  @Benchmark
  public TokenHash hash() {
    return secret.hash();
  }

  @Benchmark
  public CompletionStage<Caller> caller() {
    return verification.callerOf(text);
  }
}
