package io.portico.deploy.configuration;

import java.net.URI;
import java.util.Optional;

/**
 * The identity provider.
 *
 * @param clientSecretArn the secret that holds the client secret; one is made, without a value, if
 *     empty
 */
public record SignIn(String issuer, String clientId, Optional<String> clientSecretArn) {
  /** What the portal connects to there. */
  public int port() {
    int port = URI.create(issuer).getPort();
    return port < 0 ? 443 : port;
  }

  static SignIn read(Section section) {
    return new SignIn(
        section.required("issuer", Form.ISSUER),
        section.text("client-id", Form.LINE).orElse("portico"),
        section.text("client-secret-arn", Form.SECRET));
  }
}
