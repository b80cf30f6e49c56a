package io.portico.tokens;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.portico.database.Database;
import io.portico.identity.Caller;
import io.portico.identity.Person;
import io.portico.testsupport.TestTime;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Ada's tokens in the portal's database, and what replicas find of them. */
@Singleton
class KeptTokens {
  static final Person ADA = ada("churn-team", "forecasting-readers");
  static final Person BOB = new Person("bob", "Bob", Set.of("churn-team"), Set.of(), "session-2");

  private final AccessTokens tokens;
  private final TokenStore store;
  private final LastUses lastUses;
  private final TokensConfig config;
  private final Database database;

  KeptTokens(
      AccessTokens tokens,
      TokenStore store,
      LastUses lastUses,
      TokensConfig config,
      Database database) {
    this.tokens = tokens;
    this.store = store;
    this.lastUses = lastUses;
    this.config = config;
    this.database = database;
  }

  static Person ada(String... groups) {
    return new Person("ada", "Ada", Set.of(groups), Set.of(), "session-1");
  }

  /** As if nobody had made a token, and Ada had never been seen. */
  void empty() {
    database.change(
        handle ->
            handle.execute("delete from access_token; delete from person where name = 'Ada'"));
  }

  static NewToken wish(Owner owner) {
    return new NewToken(
        "nightly training",
        owner,
        Map.of("mlflow/churn", "viewer", "mlflow/forecasting", "viewer"),
        Instant.now().plus(Duration.ofDays(30)),
        UUID.randomUUID());
  }

  Creation.Made made() {
    return made(Owner.person("ada"));
  }

  Creation.Made made(Owner owner) {
    return assertInstanceOf(Creation.Made.class, tokens.create(wish(owner), ADA));
  }

  static TestTime now() {
    return new TestTime(Instant.now());
  }

  /** What another replica with the same database does. */
  TokenVerification replica(TestTime time) {
    return new TokenVerification(
        new TokenLookup(store::find, Duration.ofHours(1), AtOnce.threads(), time),
        lastUses,
        config,
        time);
  }

  static Caller callerAt(TokenVerification replica, Creation.Made made) {
    return outcome(() -> replica.callerOf(made.secret().text()).toCompletableFuture().get());
  }

  /** What comes of it, or why nothing does. */
  static Caller outcome(Callable<Caller> call) {
    try {
      return call.call();
    } catch (ExecutionException e) {
      throw (RuntimeException) e.getCause();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
