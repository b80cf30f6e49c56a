package io.portico.sandbox.sigv4;

import static io.portico.sandbox.sigv4.Check.refuseIf;
import static io.portico.sandbox.sigv4.RefusalCode.INCOMPLETE_SIGNATURE;

import io.portico.sandbox.sigv4.Verification.Refused;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The signed headers must be listed canonically, be there, and cover all that AWS acts upon. */
final class SignedHeadersCheck implements Check {

  @Override
  public Optional<Refused> refusal(SignedRequest request) {
    List<String> listed = request.authorization().signedHeaders();
    return refuseIf(
            !isCanonical(listed),
            INCOMPLETE_SIGNATURE,
            "SignedHeaders must be lower-case names, sorted, each once.")
        .or(() -> absent(request))
        .or(() -> unsigned(request));
  }

  private static boolean isCanonical(List<String> listed) {
    return List.copyOf(new TreeSet<>(listed)).equals(listed)
        && listed.stream().allMatch(name -> name.matches("[a-z0-9!#$%&'*.^_`|~-]+"));
  }

  private static Optional<Refused> absent(SignedRequest request) {
    return request.authorization().signedHeaders().stream()
        .filter(name -> !request.head().headers().has(name))
        .findFirst()
        .map(
            name ->
                new Refused(
                    INCOMPLETE_SIGNATURE, "The header '" + name + "' is signed but was not sent."));
  }

  private static Optional<Refused> unsigned(SignedRequest request) {
    return toBeSigned(request).stream()
        .filter(name -> !request.signs(name))
        .findFirst()
        .map(
            name -> new Refused(INCOMPLETE_SIGNATURE, "The header '" + name + "' must be signed."));
  }

  private static SortedSet<String> toBeSigned(SignedRequest request) {
    SortedSet<String> names = request.head().headers().names();
    names.removeIf(name -> !name.startsWith("x-amz-"));
    names.add("host");
    names.add("x-amz-date");
    request.rule().resource().ifPresent(resource -> names.add(resource.name()));
    return names;
  }
}
