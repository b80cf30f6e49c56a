package io.portico.sandbox.sigv4;

import java.time.Instant;
import java.util.Optional;

/**
 * An access key that the verifier knows. Its text never shows the secrets.
 *
 * @param identity whom the key stands for, and the key's id
 * @param secret the secret access key
 * @param session the session of a temporary key; empty for a long-term one
 */
public record AccessKey(Identity identity, String secret, Optional<Session> session) {

  /**
   * What makes a key temporary.
   *
   * @param token must accompany every request
   * @param expiry from this moment on the key is refused
   */
  public record Session(String token, Instant expiry) {

    @Override
    public String toString() {
      return "Session[expiry=" + expiry + "]";
    }
  }

  @Override
  public String toString() {
    return "AccessKey[identity=" + identity + ", session=" + session + "]";
  }
}
