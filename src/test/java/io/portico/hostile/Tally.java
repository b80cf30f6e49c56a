package io.portico.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.promises.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what a part of the suite tried, and what went wrong: a line of the {@link Summary}. */
final class Tally {
  private static final Map<String, Tally> ALL = new ConcurrentHashMap<>();
  private static final int SHOWN = 25;

  private final String tried;
  private final String wrong;
  private final List<String> failures = new ArrayList<>();
  private long count;

  private Tally(String tried, String wrong) {
    this.tried = tried;
    this.wrong = wrong;
  }

  /** For example {@code of("paths", "requests", "bypasses")}. */
  static Tally of(String part, String tried, String wrong) {
    Tally tally = ALL.computeIfAbsent(part, name -> new Tally(tried, wrong));
    Summary.line(part, tally::text);
    return tally;
  }

  synchronized void count(long more) {
    count += more;
  }

  synchronized void failed(String how) {
    failures.add(how);
  }

  /** Fails with the first of what went wrong. */
  synchronized void assertNothingWrong() {
    assertEquals(List.of(), failures.stream().limit(SHOWN).toList(), this::text);
  }

  private synchronized String text() {
    return "%,d %s, %,d %s".formatted(count, tried, failures.size(), wrong);
  }
}
