package io.portico.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of the audit trail ended: its last record. */
public record Cursor(Instant at, UUID id) {
  /** Microseconds since 1970, up to the year 2286. */
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,16})-(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

  static Cursor after(KeptActivity last) {
    return new Cursor(last.at(), last.id());
  }

  /** Reads what {@link #toString} writes; empty if it is anything else. */
  public static Optional<Cursor> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new Cursor(
                Instant.EPOCH.plus(Long.parseLong(form.group(1)), ChronoUnit.MICROS),
                UUID.fromString(form.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
  }
}
