package io.portico.connect;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long a token made now may live.
 *
 * @param longest at least one day
 */
public record Lifetimes(Instant now, Duration longest) {
  private static final List<Long> DAYS = List.of(1L, 7L, 30L, 90L, 365L);
  private static final long USUAL_DAYS = 30;

  /** Numbers of days to choose from, ascending. */
  public List<Long> choices() {
    return DAYS.stream().filter(days -> days <= longest.toDays()).toList();
  }

  /** What is chosen unless somebody chooses something else. */
  String usual() {
    return choices().stream()
        .filter(days -> days <= USUAL_DAYS)
        .max(Comparator.naturalOrder())
        .orElseThrow()
        .toString();
  }

  public LocalDate firstDay() {
    return day(now);
  }

  /** The last day that a token may live through to its end. */
  public LocalDate lastDay() {
    return day(now.plus(longest)).minusDays(1);
  }

  /** When a token ends; empty for what is no choice of this form. */
  Optional<Instant> end(TokenForm form) {
    return TokenForm.UNTIL.equals(form.lifetime())
        ? parsed(form.until())
            .filter(day -> !day.isBefore(firstDay()) && !day.isAfter(lastDay()))
            .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
        : choices().stream()
            .filter(days -> days.toString().equals(form.lifetime()))
            .map(days -> now.plus(Duration.ofDays(days)))
            .findFirst();
  }

  private static Optional<LocalDate> parsed(String day) {
    try {
      return Optional.of(LocalDate.parse(day));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static LocalDate day(Instant time) {
    return time.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
