package io.portico.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The header {@code Accept} (RFC 9110, 12.5.1). */
public record MediaRanges(List<Preference> ranges) {
  private static final String ANY = "*/*";

  /** Of what a client does not want. */
  public static final Liking NONE = new Liking(0, 0);

  /**
   * How much a client likes something: the range that says most of it decides (RFC 9110, 12.5.1),
   * and of two that it likes as much the one that it names.
   */
  public record Liking(int weight, int precision) implements Comparable<Liking> {
    private static final Comparator<Liking> ORDER =
        Comparator.comparingInt(Liking::weight).thenComparingInt(Liking::precision);

    @Override
    public int compareTo(Liking other) {
      return ORDER.compare(this, other);
    }
  }

  /** Whoever says nothing takes anything. */
  public static MediaRanges of(List<String> lines) {
    List<Preference> ranges = Preference.in(lines);
    return new MediaRanges(
        lines.stream().allMatch(String::isBlank) ? Preference.in(List.of(ANY)) : ranges);
  }

  /**
   * How much the client likes something.
   *
   * @param names the media types that it may be asked for by, in lower case
   */
  public Liking liking(Set<String> names) {
    return names.stream()
        .flatMap(name -> liking(name).stream())
        .max(Comparator.comparingInt(Liking::precision).thenComparing(Liking::compareTo))
        .filter(liking -> liking.weight() > 0)
        .orElse(NONE);
  }

  private Optional<Liking> liking(String name) {
    return ranges.stream()
        .filter(range -> precision(range.name(), name) > 0)
        .map(range -> new Liking(range.weight(), precision(range.name(), name)))
        .max(Comparator.comparingInt(Liking::precision));
  }

  private static int precision(String range, String name) {
    if (range.equals(name)) {
      return 3;
    }
    if (range.equals(name.substring(0, name.indexOf('/')) + "/*")) {
      return 2;
    }
    return range.equals(ANY) ? 1 : 0;
  }
}
