package io.portico.sandbox.sigv4;

import java.util.Optional;
import java.util.Set;

/**
 * What one AWS API demands of the signatures it accepts.
 *
 * @param signingName the service in the credential scope
 * @param payloadHashHeader whether {@code X-Amz-Content-SHA256} must be sent; when sent it is
 *     checked anyway
 * @param resource the header that names the resource, when the API has one
 */
public record SigningRule(
    String signingName, boolean payloadHashHeader, Optional<ResourceHeader> resource) {

  /** The rule of a control plane: any signed request to that service. */
  public static SigningRule forService(String signingName) {
    return new SigningRule(signingName, false, Optional.empty());
  }

  /**
   * A header that chooses the resource: once, signed, and never beside its rival.
   *
   * @param name the header's name
   * @param rival the header that chooses among resources of the other kind
   * @param known the ARNs that exist
   */
  public record ResourceHeader(String name, String rival, Set<String> known) {}
}
