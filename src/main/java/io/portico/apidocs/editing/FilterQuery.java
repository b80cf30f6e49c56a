package io.portico.apidocs.editing;

import io.portico.apidocs.ContentsFilter;
import io.portico.apidocs.Entry;
import io.portico.apidocs.LocationType;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/** A filter of the contents as its form sends it. What it cannot mean lets all pass. */
public class FilterQuery {
  @RestQuery("find")
  String text;

  @RestQuery("kind")
  String type;

  @RestQuery("verb")
  String method;

  @RestQuery String state;

  ContentsFilter filter() {
    return new ContentsFilter(
        said(text),
        constant(LocationType.values(), type),
        said(method),
        constant(Entry.State.values(), state));
  }

  private static Optional<String> said(String text) {
    return Optional.ofNullable(text).filter(given -> !given.isBlank());
  }

  private static <T extends Enum<T>> Optional<T> constant(T[] constants, String name) {
    return said(name)
        .flatMap(
            given ->
                Stream.of(constants)
                    .filter(c -> c.name().equals(given.toUpperCase(Locale.ROOT)))
                    .findFirst());
  }

  public String text() {
    return said(text).orElse("");
  }

  public String type() {
    return said(type).orElse("");
  }

  public String method() {
    return said(method).orElse("");
  }

  public String state() {
    return said(state).orElse("");
  }

  /** Whether anything is left out. */
  public boolean isSet() {
    ContentsFilter filter = filter();
    return filter.text().isPresent()
        || filter.type().isPresent()
        || filter.method().isPresent()
        || filter.state().isPresent();
  }
}
