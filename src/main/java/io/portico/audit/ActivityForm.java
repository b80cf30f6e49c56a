package io.portico.audit;

import io.portico.identity.Person;
import io.portico.identity.Role;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * What somebody asks to see, as it was typed; {@code null} where it was left out.
 *
 * @param whose {@code mine}; everybody's otherwise, which only auditors see
 * @param from the first day, UTC
 * @param to the last day, UTC
 * @param before where the page before ended
 */
public record ActivityForm(
    @RestQuery String whose,
    @RestQuery String who,
    @RestQuery String action,
    @RestQuery String resource,
    @RestQuery String result,
    @RestQuery String from,
    @RestQuery String to,
    @RestQuery String before) {
  private static final int DATE_LENGTH = "2026-01-31".length();

  /** All that happened to one resource. */
  static ActivityForm ofResource(String resource) {
    return new ActivityForm(null, null, null, resource, null, null, null, null);
  }

  /** What cannot be understood, by field, in words for people. */
  public Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    if (isGiven(action) && !names(Activity.Action.values()).contains(action)) {
      problems.put("action", "There is no such action. Choose one of the list.");
    }
    if (isGiven(result) && !names(Activity.Result.values()).contains(result)) {
      problems.put("result", "There is no such result. Choose one of the list.");
    }
    if (isGiven(from) && day(from).isEmpty()) {
      problems.put("from", "This is not a date. Write it like 2026-01-31.");
    }
    if (isGiven(to) && day(to).isEmpty()) {
      problems.put("to", "This is not a date. Write it like 2026-01-31.");
    } else if (day(from).isPresent() && day(to).filter(day(from).get()::isAfter).isPresent()) {
      problems.put("to", "The last day is before the first. Choose a later one.");
    }
    if (isGiven(before) && Cursor.parse(before).isEmpty()) {
      problems.put("before", "This link to older records is broken. Start from the newest.");
    }
    return problems;
  }

  /** Whether everybody's records are asked for by somebody who may see them. */
  boolean everybodysFor(Person person) {
    return person.roles().contains(Role.AUDITOR) && !"mine".equals(whose);
  }

  /** For a form without problems; others than an auditor get their own records only. */
  ActivityFilter filterFor(Person person) {
    boolean everybodys = everybodysFor(person);
    return new ActivityFilter(
        everybodys
            ? Optional.empty()
            : Optional.of(KeptText.of(person.subject(), KeptActivity.SUBJECT)),
        everybodys ? text(who, KeptActivity.SUBJECT) : Optional.empty(),
        text(action, KeptActivity.NAME),
        text(resource, KeptActivity.RESOURCE).map(ActivityForm::withoutSlash),
        text(result, KeptActivity.NAME),
        day(from).map(ActivityForm::start),
        day(to).map(day -> start(day.plusDays(1))));
  }

  Optional<Cursor> cursor() {
    return isGiven(before) ? Cursor.parse(before) : Optional.empty();
  }

  /** Whether something narrows the list. */
  public boolean isFiltered() {
    return given().keySet().stream().anyMatch(name -> !name.equals("whose"));
  }

  /** The address of the same question at another place. */
  URI at(String path, Optional<Cursor> older) {
    UriBuilder address = UriBuilder.fromPath(path);
    given().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
    older.ifPresent(cursor -> address.queryParam("before", cursor));
    return address.buildFromMap(given());
  }

  private Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("whose", whose);
    given.put("who", who);
    given.put("action", action);
    given.put("resource", resource);
    given.put("result", result);
    given.put("from", from);
    given.put("to", to);
    given.values().removeIf(value -> !isGiven(value));
    return given;
  }

  private static boolean isGiven(String value) {
    return value != null && !value.isBlank();
  }

  private static Optional<String> text(String value, int length) {
    return isGiven(value) ? Optional.of(KeptText.of(value.strip(), length)) : Optional.empty();
  }

  private static String withoutSlash(String resource) {
    return resource.endsWith("/") ? resource.substring(0, resource.length() - 1) : resource;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return isGiven(text) && text.strip().length() == DATE_LENGTH
          ? Optional.of(LocalDate.parse(text.strip()))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Objects::toString).toList();
  }
}
