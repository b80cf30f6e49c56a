package io.portico.apidocs.publishing;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A name that is a semantic version; its build metadata is left out.
 *
 * @param prefix {@code v}, {@code V} or nothing
 * @param preRelease the identifiers, with dots between them; empty for a release
 * @see <a href="https://semver.org/spec/v2.0.0.html">Semantic Versioning 2.0.0</a>
 */
record SemanticVersion(
    String prefix, BigInteger major, BigInteger minor, BigInteger patch, String preRelease) {
  private static final String NUMBER = "(0|[1-9][0-9]*)";
  private static final String IDENTIFIER = "(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)";
  private static final Pattern FORM =
      Pattern.compile(
          "([vV]?)%1$s\\.%1$s\\.%1$s(?:-(%2$s(?:\\.%2$s)*))?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?"
              .formatted(NUMBER, IDENTIFIER));

  /** Longer ones are nobody's numbers, and slow to read. */
  private static final int LONGEST = 256;

  private static final Comparator<SemanticVersion> PRECEDENCE =
      Comparator.comparing(SemanticVersion::major)
          .thenComparing(SemanticVersion::minor)
          .thenComparing(SemanticVersion::patch)
          .thenComparing(SemanticVersion::isRelease)
          .thenComparing(SemanticVersion::identifiers, SemanticVersion::compareIdentifiers);

  static Optional<SemanticVersion> of(String name) {
    Matcher parts = FORM.matcher(name);
    return name.length() > LONGEST || !parts.matches()
        ? Optional.empty()
        : Optional.of(
            new SemanticVersion(
                parts.group(1),
                new BigInteger(parts.group(2)),
                new BigInteger(parts.group(3)),
                new BigInteger(parts.group(4)),
                parts.group(5) == null ? "" : parts.group(5)));
  }

  /** Empty if none of the names is a semantic version. */
  static Optional<SemanticVersion> highest(Collection<String> names) {
    return names.stream()
        .flatMap(name -> of(name).stream())
        .max(PRECEDENCE.thenComparing(SemanticVersion::prefix));
  }

  boolean isRelease() {
    return preRelease.isEmpty();
  }

  /** What may come next, the smallest step first; each is higher than this. */
  Stream<SemanticVersion> next() {
    return isRelease()
        ? Stream.of(
            release(major, minor, patch.add(BigInteger.ONE)),
            release(major, minor.add(BigInteger.ONE), BigInteger.ZERO),
            release(major.add(BigInteger.ONE), BigInteger.ZERO, BigInteger.ZERO))
        : Stream.of(
            new SemanticVersion(prefix, major, minor, patch, nextPreRelease()),
            release(major, minor, patch));
  }

  private SemanticVersion release(
      BigInteger nextMajor, BigInteger nextMinor, BigInteger nextPatch) {
    return new SemanticVersion(prefix, nextMajor, nextMinor, nextPatch, "");
  }

  /** {@code rc.1} goes on as {@code rc.2}, {@code beta} as {@code beta.1}. */
  private String nextPreRelease() {
    String[] identifiers = identifiers();
    String last = identifiers[identifiers.length - 1];
    if (!isNumber(last)) {
      return preRelease + ".1";
    }
    identifiers[identifiers.length - 1] = new BigInteger(last).add(BigInteger.ONE).toString();
    return String.join(".", identifiers);
  }

  private String[] identifiers() {
    return preRelease.split("\\.");
  }

  private static int compareIdentifiers(String[] some, String[] others) {
    return Arrays.compare(some, others, SemanticVersion::compareIdentifier);
  }

  /** Numbers by their size and below words. */
  private static int compareIdentifier(String one, String other) {
    if (isNumber(one) && isNumber(other)) {
      return new BigInteger(one).compareTo(new BigInteger(other));
    }
    return isNumber(one) || isNumber(other)
        ? Boolean.compare(isNumber(other), isNumber(one))
        : one.compareTo(other);
  }

  private static boolean isNumber(String identifier) {
    return IntStream.range(0, identifier.length())
        .allMatch(i -> identifier.charAt(i) >= '0' && identifier.charAt(i) <= '9');
  }

  /** As it is spelled. */
  @Override
  public String toString() {
    String release = "%s%d.%d.%d".formatted(prefix, major, minor, patch);
    return isRelease() ? release : release + "-" + preRelease;
  }
}
