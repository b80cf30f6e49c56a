package io.portico.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The portal's one secret, from which each use derives a key of its own. */
@ApplicationScoped
public class PortalSecret {
  static final int MIN_LENGTH = 32;
  private static final String HMAC = "HmacSHA256";

  private final PortalConfig config;

  public PortalSecret(PortalConfig config) {
    this.config = config;
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
