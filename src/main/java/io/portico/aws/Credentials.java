package io.portico.aws;

import java.util.Optional;

/**
 * AWS credentials to sign with.
 *
 * @param sessionToken present when they are temporary; it is sent and signed with each request
 */
public record Credentials(
    String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {

  /** Names the key, never the secrets: records end up in logs. */
  @Override
  public String toString() {
    return "Credentials[" + accessKeyId + "]";
  }
}
