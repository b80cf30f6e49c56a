package io.portico.apidocs.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a new version may be called. AWS says no more than that it is a string, so this is narrower
 * than API Gateway may be; what others have called their versions is taken as it is.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDocumentationVersion.html">CreateDocumentationVersion</a>
 */
public final class VersionName {
  public static final int MAX_LENGTH = 64;

  /** Control and format characters, halves of pairs, private signs, breaks, odd spaces. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\p{Zs}&&[^ ]]");

  /** Servers on the way may take them for their own, even encoded: RFC 3986, section 2.2. */
  private static final Pattern OF_ADDRESSES = Pattern.compile("[/\\\\%;?#]");

  private VersionName() {}

  /**
   * What is wrong with a name for a new version, for people; empty if nothing is.
   *
   * @param taken the names of the API's versions
   */
  public static Optional<String> problem(String name, Collection<String> taken) {
    if (name.isBlank()) {
      return Optional.of("Give the version a name, such as 1.0.0.");
    }
    if (name.codePointCount(0, name.length()) > MAX_LENGTH) {
      return Optional.of("Choose a name of at most " + MAX_LENGTH + " characters.");
    }
    if (UNSEEN.matcher(name).find() || !name.equals(name.strip())) {
      return Optional.of(
          "Leave out characters that nobody sees, and spaces at the start and the end.");
    }
    if (OF_ADDRESSES.matcher(name).find()) {
      return Optional.of("Leave out / \\ % ; ? and #: the name is part of addresses.");
    }
    // RFC 3986, section 5.2.4: not part of an address but steps in it.
    if (name.equals(".") || name.equals("..")) {
      return Optional.of("Choose a name that is more than dots.");
    }
    return taken.contains(name)
        ? Optional.of("There is a version of that name. Choose another, or show that one.")
        : Optional.empty();
  }

  /** Names for the next version, the most likely first: by the highest of all, and by the day. */
  public static List<String> suggestions(Collection<String> taken, Instant now) {
    Stream<String> next =
        SemanticVersion.highest(taken)
            .map(highest -> highest.next().map(SemanticVersion::toString))
            .orElseGet(() -> Stream.of("1.0.0"));
    return Stream.concat(next, Stream.of(day(taken, now)))
        .filter(name -> problem(name, taken).isEmpty())
        .toList();
  }

  private static String day(Collection<String> taken, Instant now) {
    String day = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
    return IntStream.iterate(1, i -> i + 1)
        .mapToObj(i -> i == 1 ? day : day + "." + i)
        .filter(name -> !taken.contains(name))
        .findFirst()
        .orElseThrow();
  }
}
