package io.portico.portal;

import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A time beside another one.
 *
 * @param now where one looks from
 */
public record Moment(Instant at, Instant now) {
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  /** In templates {@code at.fromNow}. */
  @TemplateExtension
  static Moment fromNow(Instant at) {
    return new Moment(at, Instant.now());
  }

  /** Roughly, as people say it: {@code 3 hours ago}, {@code in 29 days}. */
  public String relative() {
    Duration distance = Duration.between(now, at);
    // To the nearest minute, so that 30 days are not 29 a second later.
    String length = length(distance.abs().plusSeconds(30));
    if (length.isEmpty()) {
      return "just now";
    }
    return distance.isNegative() ? length + " ago" : "in " + length;
  }

  private static String length(Duration time) {
    if (time.toDays() > 0) {
      return counted(time.toDays(), "day");
    }
    if (time.toHours() > 0) {
      return counted(time.toHours(), "hour");
    }
    return time.toMinutes() > 0 ? counted(time.toMinutes(), "minute") : "";
  }

  private static String counted(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  /** To the second, UTC. */
  public String exact() {
    return EXACT.format(at);
  }
}
