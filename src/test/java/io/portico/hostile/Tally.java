package io.portico.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a part of the suite tried, and what went wrong; told together at the end. */
final class Tally {
  private static final Map<String, Tally> ALL = new TreeMap<>();
  private static final int SHOWN = 25;

  private final String part;
  private final String tried;
  private final String wrong;
  private final List<String> failures = new ArrayList<>();
  private long count;

  private Tally(String part, String tried, String wrong) {
    this.part = part;
    this.tried = tried;
    this.wrong = wrong;
  }

  /** For example {@code of("paths", "requests", "bypasses")}. */
  static synchronized Tally of(String part, String tried, String wrong) {
    return ALL.computeIfAbsent(part, name -> new Tally(name, tried, wrong));
  }

  synchronized void count(long more) {
    count += more;
  }

  synchronized void failed(String how) {
    failures.add(how);
  }

  /** Fails with the first of what went wrong. */
  synchronized void assertNothingWrong() {
    assertEquals(List.of(), failures.stream().limit(SHOWN).toList(), this::line);
  }

  private String line() {
    return "%s: %,d %s, %,d %s".formatted(part, count, tried, failures.size(), wrong);
  }

  /** A line for each part. */
  static synchronized String summary() {
    return String.join("\n", ALL.values().stream().map(Tally::line).toList());
  }
}
