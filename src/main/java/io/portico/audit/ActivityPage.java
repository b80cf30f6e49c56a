package io.portico.audit;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of activities shows.
 *
 * @param problems what in the form cannot be understood, by field; there are no records then
 * @param auditor whether the person may see everybody's
 * @param everybodys whether everybody's are shown
 * @param older where the list goes on
 * @param days how long records are kept
 */
public record ActivityPage(
    ActivityForm form,
    Map<String, String> problems,
    boolean auditor,
    boolean everybodys,
    List<KeptActivity> records,
    Optional<Cursor> older,
    long days) {

  /** One choice of a list. */
  public record Choice(String value, String label, boolean chosen) {}

  public List<Choice> actions() {
    return choices(Activity.Action.values(), form.action());
  }

  public List<Choice> results() {
    return choices(Activity.Result.values(), form.result());
  }

  private static List<Choice> choices(Enum<?>[] constants, String chosen) {
    return Arrays.stream(constants)
        .map(Enum::name)
        .map(name -> new Choice(name, KeptActivity.label(name), name.equals(chosen)))
        .toList();
  }

  public Optional<String> problem(String field) {
    return Optional.ofNullable(problems.get(field));
  }

  public Optional<URI> olderAddress() {
    return older.map(cursor -> form.at(ActivityResource.PAGE, Optional.of(cursor)));
  }

  public URI newestAddress() {
    return form.at(ActivityResource.PAGE, Optional.empty());
  }

  public URI csvAddress() {
    return form.at(ActivityResource.CSV, Optional.empty());
  }

  /** How many records a CSV file holds at most, for people. */
  public String mostInCsv() {
    return String.format(Locale.ROOT, "%,d", ActivityResource.MOST_IN_CSV);
  }
}
