package io.portico.apidocs.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.portico.apidocs.Change;
import io.portico.apidocs.Location;
import io.portico.apidocs.PlaceWords;
import io.portico.apidocs.Properties;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * What somebody wants to compare, as it was typed; {@code null} where it was left out.
 *
 * @param from what was, as {@link Side} spells it
 * @param to what is
 * @param find words that have to stand in a change
 * @param kind of a change
 * @param page from 1
 * @param type of the one place to see, with what else it takes
 */
public record CompareForm(
    @RestQuery String from,
    @RestQuery String to,
    @RestQuery String find,
    @RestQuery String kind,
    @RestQuery String page,
    @RestQuery String type,
    @RestQuery String path,
    @RestQuery String method,
    @RestQuery String statusCode,
    @RestQuery String name) {
  private static final int MOST_DIGITS = 6;

  /** What to look for. */
  public String text() {
    return find == null ? "" : find.strip();
  }

  /** Empty for any. */
  public Optional<Change.Kind> wanted() {
    return Arrays.stream(Change.Kind.values()).filter(each -> label(each).equals(kind)).findFirst();
  }

  public boolean isFiltered() {
    return !text().isEmpty() || wanted().isPresent();
  }

  /** From 1; whatever is no number is the first. */
  int number() {
    return page != null && page.length() <= MOST_DIGITS && page.matches("[1-9][0-9]*")
        ? Integer.parseInt(page)
        : 1;
  }

  /**
   * The one place to see.
   *
   * @throws io.portico.apidocs.InvalidLocation if there cannot be such a place
   */
  Optional<Location> place() {
    return type == null
        ? Optional.empty()
        : Optional.of(Location.parse(type, path, method, statusCode, name));
  }

  boolean lets(Change change) {
    return wanted().map(change.kind()::equals).orElse(true)
        && (text().isEmpty() || says(change, text().toLowerCase(Locale.ROOT).split("\\s+")));
  }

  private static boolean says(Change change, String... words) {
    String said =
        Stream.concat(
                Stream.of(PlaceWords.title(change.location())),
                Stream.of(change.before(), change.after())
                    .flatMap(Optional::stream)
                    .flatMap(CompareForm::texts))
            .reduce("", (one, other) -> one + "\n" + other)
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(words).allMatch(said::contains);
  }

  private static Stream<String> texts(Properties properties) {
    return Stream.concat(properties.texts(), Stream.of(properties.compact()));
  }

  /** The query that asks for another page of the same, without the question mark. */
  String query(SidePair pair, int number) {
    return pair.query()
        + (text().isEmpty() ? "" : "&find=" + URLEncoder.encode(text(), UTF_8))
        + wanted().map(each -> "&kind=" + label(each)).orElse("")
        + (number == 1 ? "" : "&page=" + number);
  }

  static String label(Change.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
