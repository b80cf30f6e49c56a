package io.portico.sandbox.sigv4;

import static io.portico.sandbox.sigv4.Check.refuseIf;
import static io.portico.sandbox.sigv4.RefusalCode.ACCESS_DENIED;

import io.portico.sandbox.sigv4.SigningRule.ResourceHeader;
import io.portico.sandbox.sigv4.Verification.Refused;
import java.util.List;
import java.util.Optional;

/** The header that chooses the resource must leave no choice: one value, and it exists. */
final class ResourceCheck implements Check {

  @Override
  public Optional<Refused> refusal(SignedRequest request) {
    return request
        .rule()
        .resource()
        .flatMap(resource -> refusal(resource, request.head().headers()));
  }

  private static Optional<Refused> refusal(ResourceHeader resource, HeaderFields headers) {
    List<String> arns = headers.values(resource.name());
    return refuseIf(
            headers.has(resource.rival()),
            ACCESS_DENIED,
            "Both %s and %s were sent.".formatted(resource.name(), resource.rival()))
        .or(
            () ->
                refuseIf(arns.size() != 1, ACCESS_DENIED, resource.name() + " must be sent once."))
        .or(
            () ->
                refuseIf(
                    !resource.known().contains(arns.get(0)),
                    ACCESS_DENIED,
                    "No resource answers to the ARN in " + resource.name() + "."));
  }
}
