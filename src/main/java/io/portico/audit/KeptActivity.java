package io.portico.audit;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An activity as log and table keep it: cleaned and limited text, so that also what a newer version
 * wrote can be read.
 *
 * @param at to the microsecond
 * @param id made when it happened, so that it is kept once however often it is sent
 */
public record KeptActivity(
    Instant at,
    UUID id,
    String subject,
    String name,
    String via,
    String action,
    String resource,
    String detail,
    String result,
    String request) {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  /** OpenID Connect Core 1.0, 2: a subject has 255 characters at most. */
  static final int SUBJECT = 255;

  static final int NAME = 200;
  static final int RESOURCE = 300;
  static final int DETAIL = 2_000;
  private static final int ID = 100;

  static KeptActivity of(Activity activity) {
    return new KeptActivity(
        activity.at().truncatedTo(ChronoUnit.MICROS),
        UUID.randomUUID(),
        KeptText.of(activity.actor().subject(), SUBJECT),
        KeptText.of(activity.actor().name(), NAME),
        KeptText.of(activity.actor().via(), ID),
        activity.action().name(),
        KeptText.of(activity.resource(), RESOURCE),
        KeptText.of(activity.detail(), DETAIL),
        activity.result().name(),
        KeptText.of(activity.request(), ID));
  }

  /** Where everything that happened to the resource is shown. */
  public URI historyAddress() {
    return ActivityForm.ofResource(resource).at(ActivityResource.PAGE, Optional.empty());
  }

  /** UTC, to the second. */
  public String time() {
    return SECONDS.format(at);
  }

  /** For people. */
  public String actionLabel() {
    return label(action);
  }

  /** For people. */
  public String resultLabel() {
    return label(result);
  }

  static String label(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
