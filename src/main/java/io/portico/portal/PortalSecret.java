package io.portico.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.portico.startup.Environment;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The portal's one secret, from which each use derives a key of its own. */
@ApplicationScoped
public class PortalSecret {
  private static final int MIN_LENGTH = 32;

  /** Of 32 hexadecimal digits drawn at random fewer are different in one case of 10,000. */
  private static final int MIN_DIFFERENT = 10;

  /** Stands in the sources, for developers' machines. */
  private static final String KNOWN = "a-secret-for-a-developers-machine-and-no-other";

  private static final String HMAC = "HmacSHA256";

  private final PortalConfig config;

  public PortalSecret(PortalConfig config) {
    this.config = config;
  }

  /** Why a secret does not do, and what to set. */
  static Optional<String> weakness(String secret, Environment environment) {
    if (secret.length() < MIN_LENGTH) {
      return Optional.of("set at least 32 random characters, the same on every replica");
    }
    if (environment.isProduction() && secret.equals(KNOWN)) {
      return Optional.of("is the one that everybody knows; set 32 random characters of your own");
    }
    return environment.isProduction() && secret.chars().distinct().count() < MIN_DIFFERENT
        ? Optional.of("is easily guessed; draw it, for example by openssl rand -hex 32")
        : Optional.empty();
  }

  /** A key for HMAC-SHA256; another {@code use} gives an unrelated one. */
  public SecretKeySpec keyFor(String use) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(config.secret().orElseThrow().getBytes(UTF_8), HMAC));
      return new SecretKeySpec(mac.doFinal(use.getBytes(UTF_8)), HMAC);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + HMAC, e);
    }
  }
}
