package io.portico.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client would like, and how much (RFC 9110, 12.4.2).
 *
 * @param name in lower case, without parameters
 * @param weight in thousandths; 0 for what it does not want
 */
public record Preference(String name, int weight) {
  private static final int FULL = 1_000;
  private static final Pattern WEIGHT = Pattern.compile("0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?");

  /** Those of all lines of a header; what cannot be read is left out. */
  public static List<Preference> in(List<String> lines) {
    List<Preference> preferences = new ArrayList<>();
    for (String item : String.join(",", lines).split(",")) {
      parse(item).ifPresent(preferences::add);
    }
    return preferences;
  }

  private static Optional<Preference> parse(String item) {
    String[] parts = item.split(";");
    String name = parts.length == 0 ? "" : parts[0].strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    for (String part : parts) {
      String parameter = part.strip().toLowerCase(Locale.ROOT);
      if (parameter.startsWith("q=")) {
        String weight = parameter.substring("q=".length());
        return WEIGHT.matcher(weight).matches()
            ? Optional.of(new Preference(name, (int) Math.round(Double.parseDouble(weight) * FULL)))
            : Optional.empty();
      }
    }
    return Optional.of(new Preference(name, FULL));
  }
}
