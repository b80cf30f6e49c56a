package io.portico.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.portico.testsupport.TestIssuer;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantFeature;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;

/** Where the keys come from, at realms of their own: each is in its first minutes here. */
@QuarkusTest
class SigningKeysTest {
  private static final int MANY = 200;

  /** What paces the tenant api. */
  @Singleton
  @TenantFeature({"late", "flood"})
  @OidcEndpoint({OidcEndpoint.Type.DISCOVERY, OidcEndpoint.Type.JWKS})
  static class TestKeyFetches extends KeyFetches {
    private static final AtomicLong CLOCK = new AtomicLong();

    TestKeyFetches() {
      super(CLOCK::get);
    }

    static void passASecond() {
      CLOCK.addAndGet(TimeUnit.SECONDS.toNanos(1));
    }
  }

  @Inject TestIssuer issuer;
  @Inject Vertx vertx;

  @Inject
  @Tenant("late")
  TenantIdentityProvider late;

  @Inject
  @Tenant("flood")
  TenantIdentityProvider flooded;

  /** From event loops of their own, at once. */
  private List<CompletableFuture<Caller>> many(AccessJwts jwts, String jwt) {
    return IntStream.range(0, MANY)
        .mapToObj(
            i -> {
              CompletableFuture<Caller> caller = new CompletableFuture<>();
              vertx
                  .getOrCreateContext()
                  .runOnContext(
                      now ->
                          jwts.callerOf(jwt)
                              .whenComplete(
                                  (good, failure) -> {
                                    if (failure == null) {
                                      caller.complete(good);
                                    } else {
                                      caller.completeExceptionally(failure);
                                    }
                                  }));
              return caller;
            })
        .toList();
  }

  private static Throwable failure(CompletableFuture<Caller> caller) {
    Throwable failure =
        assertThrows(ExecutionException.class, () -> caller.get(30, TimeUnit.SECONDS)).getCause();
    return failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
  }

  @Test
  void manyTokensOfAnUnknownKeyFetchTheKeysOnce() throws Exception {
    AccessJwts jwts = new AccessJwts(flooded);
    String good = issuer.token(issuer.claims("flood"));
    assertEquals("nightly-training", jwts.callerOf(good).toCompletableFuture().join().subject());
    assertEquals(1, issuer.keyFetches("flood"));

    TestKeyFetches.passASecond();
    String unknown = issuer.token(issuer.claims("flood"), TestIssuer.rsa("unknown"), "RS256");
    for (CompletableFuture<Caller> refused : many(jwts, unknown)) {
      assertInstanceOf(InvalidToken.class, failure(refused));
    }
    assertEquals(2, issuer.keyFetches("flood"));

    issuer.setAway("flood", true);
    for (CompletableFuture<Caller> known : many(jwts, good)) {
      assertEquals("nightly-training", known.get(30, TimeUnit.SECONDS).subject());
    }
    assertEquals(2, issuer.keyFetches("flood"));
  }

  @Test
  void nobodyCanTellATokenWhoseIssuerWasNeverReached() throws Exception {
    AccessJwts jwts = new AccessJwts(late);
    String good = issuer.token(issuer.claims("late"));
    issuer.setAway("late", true);
    TestKeyFetches.passASecond();
    for (CompletableFuture<Caller> unknown : many(jwts, good)) {
      assertInstanceOf(IdentityProviderUnavailable.class, failure(unknown));
    }
    assertEquals(1, issuer.metadataFetches("late"));
    issuer.setAway("late", false);
    TestKeyFetches.passASecond();
    assertEquals("nightly-training", jwts.callerOf(good).toCompletableFuture().join().subject());

    TestKeyFetches.passASecond();
    PublicJsonWebKey changed = TestIssuer.rsa("after-a-change-of-keys");
    issuer.publish(changed);
    String afterTheChange = issuer.token(issuer.claims("late"), changed, "RS256");
    for (CompletableFuture<Caller> caller : many(jwts, afterTheChange)) {
      assertEquals("nightly-training", caller.get(30, TimeUnit.SECONDS).subject());
    }
  }
}
