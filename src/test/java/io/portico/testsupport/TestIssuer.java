package io.portico.testsupport;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** An identity provider that issues whatever a test asks for; one for each first path segment. */
@Startup
@ApplicationScoped
public class TestIssuer {
  /** The realm of the portal's tenant for programs. */
  public static final String API = "api";

  private final PublicJsonWebKey rsa = rsa("rsa");
  private final PublicJsonWebKey ec = ec("ec");
  private final List<PublicJsonWebKey> published = new CopyOnWriteArrayList<>(List.of(rsa, ec));
  private final Map<String, AtomicInteger> keyFetches = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> metadataFetches = new ConcurrentHashMap<>();
  private final Map<String, String> idTokens = new ConcurrentHashMap<>();
  private final Set<String> away = ConcurrentHashMap.newKeySet();
  private final Vertx vertx;
  private final int port;
  private HttpServer server;

  TestIssuer(Vertx vertx, @ConfigProperty(name = "portico.test.issuer-port") int port) {
    this.vertx = vertx;
    this.port = port;
  }

  @PostConstruct
  void start() {
    server =
        vertx
            .createHttpServer()
            .requestHandler(this::answer)
            .listen(port, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  void stop(@Observes ShutdownEvent event) {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  private void answer(HttpServerRequest request) {
    String realm = request.path().split("/")[1];
    boolean keys = request.path().endsWith("/jwks");
    (keys ? keyFetches : metadataFetches)
        .computeIfAbsent(realm, first -> new AtomicInteger())
        .incrementAndGet();
    if (away.contains(realm)) {
      request.response().setStatusCode(503).end();
    } else if (request.path().endsWith("/token")) {
      request.setExpectMultipart(true).endHandler(end -> exchange(request));
    } else {
      request
          .response()
          .putHeader("Content-Type", "application/json")
          .end(keys ? new JsonWebKeySet(published).toJson() : metadata(realm).encode());
    }
  }

  private void exchange(HttpServerRequest request) {
    String idToken = idTokens.remove(request.getFormAttribute("code"));
    request
        .response()
        .setStatusCode(idToken == null ? 400 : 200)
        .putHeader("Content-Type", "application/json")
        .end(
            new JsonObject()
                .put("token_type", "Bearer")
                .put("access_token", "opaque")
                .put("id_token", idToken)
                .encode());
  }

  /** A code (RFC 6749, 4.1.2) that any realm gives an ID token with these claims for, once. */
  public String code(JsonObject claims) {
    String code = UUID.randomUUID().toString();
    idTokens.put(code, token(claims));
    return code;
  }

  private JsonObject metadata(String realm) {
    return new JsonObject()
        .put("issuer", address(realm))
        .put("authorization_endpoint", address(realm) + "/authorize")
        .put("token_endpoint", address(realm) + "/token")
        .put("jwks_uri", address(realm) + "/jwks")
        .put("end_session_endpoint", address(realm) + "/endsession");
  }

  public String address(String realm) {
    return "http://127.0.0.1:" + port + "/" + realm;
  }

  /** Whether a realm answers 503 to everything. */
  public void setAway(String realm, boolean isAway) {
    if (isAway) {
      away.add(realm);
    } else {
      away.remove(realm);
    }
  }

  /** How often somebody asked for a realm's keys. */
  public int keyFetches(String realm) {
    return keyFetches.getOrDefault(realm, new AtomicInteger()).get();
  }

  /** How often somebody asked where a realm's keys are. */
  public int metadataFetches(String realm) {
    return metadataFetches.getOrDefault(realm, new AtomicInteger()).get();
  }

  public PublicJsonWebKey rsa() {
    return rsa;
  }

  public PublicJsonWebKey ec() {
    return ec;
  }

  /** From now on the keys have this one among them. */
  public void publish(PublicJsonWebKey key) {
    published.add(key);
  }

  /** What a good access token of the portal's own realm says. */
  public JsonObject claims() {
    return claims(API);
  }

  public JsonObject claims(String realm) {
    long now = Instant.now().getEpochSecond();
    return new JsonObject()
        .put("iss", address(realm))
        .put("aud", "portico-api")
        .put("sub", "nightly-training")
        .put("iat", now)
        .put("exp", now + 300);
  }

  /** A token as RFC 9068 wants it. */
  public String token(JsonObject claims) {
    return token(claims, rsa, AlgorithmIdentifiers.RSA_USING_SHA256);
  }

  public String token(JsonObject claims, PublicJsonWebKey key, String algorithm) {
    return token(claims.encode(), key, Map.of("alg", algorithm, "kid", key.getKeyId()));
  }

  /** Signs any payload under any header. */
  public static String token(String payload, PublicJsonWebKey key, Map<String, Object> header) {
    JsonWebSignature signature = new JsonWebSignature();
    header.forEach(signature.getHeaders()::setObjectHeaderValue);
    signature.setPayload(payload);
    signature.setKey(key.getPrivateKey());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  public static PublicJsonWebKey rsa(String id) {
    try {
      return named(id, RsaJwkGenerator.generateJwk(2048));
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PublicJsonWebKey ec(String id) {
    try {
      return named(id, EcJwkGenerator.generateJwk(EllipticCurves.P256));
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PublicJsonWebKey named(String id, PublicJsonWebKey key) {
    key.setKeyId(id);
    return key;
  }
}
