package io.portico.agents;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The header {@code Accept} (RFC 9110, 12.5.1). */
record MediaRanges(List<Preference> ranges) {
  private static final String ANY = "*/*";
  private static final Liking NONE = new Liking(0, 0);

  /**
   * How much a client likes something: the range that says most of it decides (RFC 9110, 12.5.1),
   * and of two that it likes as much the one that it names.
   */
  record Liking(int weight, int precision) implements Comparable<Liking> {
    private static final Comparator<Liking> ORDER =
        Comparator.comparingInt(Liking::weight).thenComparingInt(Liking::precision);

    @Override
    public int compareTo(Liking other) {
      return ORDER.compare(this, other);
    }
  }

  /** Whoever says nothing takes anything. */
  static MediaRanges of(List<String> lines) {
    List<Preference> ranges = Preference.in(lines);
    return new MediaRanges(
        lines.stream().allMatch(String::isBlank) ? Preference.in(List.of(ANY)) : ranges);
  }

  /** Of nothing, nothing. */
  Liking liking(Format format) {
    return format == null
        ? NONE
        : format.names().stream()
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
