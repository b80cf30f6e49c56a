package io.portico.apidocs.editing;

import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.Branch;
import io.portico.apidocs.Contents;
import io.portico.apidocs.Coordinate;
import io.portico.apidocs.Coverage;
import io.portico.apidocs.Draft;
import io.portico.apidocs.Entry;
import io.portico.apidocs.Entry.State;
import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An API's contents, as far as a filter lets them be seen. What is inside a resource comes when
 * somebody opens it, as there may be thousands of places.
 *
 * @param shown what the filter has left of the draft's contents
 * @param openPaths of the resources that are open from the beginning
 * @param whole whether what is inside every resource is there from the beginning
 */
public record ContentsPage(
    ApiAccess access,
    Draft draft,
    Contents shown,
    FilterQuery filter,
    Set<String> openPaths,
    boolean whole) {
  private static final Comparator<LocationType> RESOURCES_FIRST =
      Comparator.comparing((LocationType type) -> type != LocationType.RESOURCE)
          .thenComparing(Comparator.reverseOrder());

  /** With all that a filter leaves, or if there is none, with the resources closed. */
  static ContentsPage of(ApiAccess access, Draft draft, FilterQuery filter) {
    Contents contents = draft.contents();
    return filter.isSet()
        ? new ContentsPage(
            access, draft, contents.matching(filter.filter()), filter, Set.of(), true)
        : new ContentsPage(access, draft, contents, filter, Set.of(), false);
  }

  /** Also with what is inside the resources of these paths. */
  ContentsPage openAt(Collection<String> paths) {
    return new ContentsPage(access, draft, shown, filter, Set.copyOf(paths), whole);
  }

  /** With what is inside every resource. */
  ContentsPage withAll() {
    return new ContentsPage(access, draft, shown, filter, openPaths, true);
  }

  /** Whether what is inside it is not there yet. */
  public boolean isClosed(Branch branch) {
    Location place = branch.entry().location();
    return !whole && place.type() == LocationType.RESOURCE && !openPaths.contains(place.path());
  }

  /** How many places the contents name. */
  public long places() {
    return shown.entries().count();
  }

  /** Of the whole API, whatever the filter. */
  public Coverage coverage() {
    return draft.contents().api().orElseThrow().coverage();
  }

  /** The API's own entry, unless the filter has taken away everything of it. */
  public Optional<Entry> api() {
    return shown.api().map(Branch::entry);
  }

  /** What the API consists of, resources first. */
  public List<Group> groups() {
    return shown.api().stream()
        .flatMap(api -> api.branches().stream())
        .collect(
            Collectors.groupingBy(
                branch -> branch.entry().location().type(),
                () -> new TreeMap<LocationType, List<Branch>>(RESOURCES_FIRST),
                Collectors.toList()))
        .entrySet()
        .stream()
        .map(group -> new Group(group.getKey(), group.getValue()))
        .toList();
  }

  /** All entities of a type that stand below the API itself. */
  public record Group(LocationType type, List<Branch> branches) {
    public String title() {
      String label = type.label();
      return Character.toUpperCase(label.charAt(0)) + label.substring(1) + "s";
    }

    /** What most people look for is unfolded. */
    public boolean isOpen() {
      return type == LocationType.RESOURCE;
    }
  }

  /** Parts whose text several entities may take. */
  public List<Entry> shared() {
    return general(State.SHARED);
  }

  /** Parts about what the API does not have. */
  public List<Entry> orphans() {
    return general(State.ORPHAN);
  }

  private List<Entry> general(State state) {
    return shown.general().stream().filter(entry -> entry.state() == state).toList();
  }

  /** How long ago API Gateway was asked. */
  public String age() {
    return Duration.between(draft.readAt(), Instant.now()).toSeconds() + " s ago";
  }

  public boolean isEmpty() {
    return shown.api().isEmpty() && shown.general().isEmpty();
  }

  /** Where to begin: the first entity that nothing is said about. */
  public Optional<Location> firstUndocumented() {
    return draft.contents().api().stream()
        .flatMap(Branch::entries)
        .filter(entry -> !entry.isDocumented())
        .map(Entry::location)
        .findFirst();
  }

  /** What the filter may ask for. */
  public List<Choice> types() {
    return Choice.of(LocationType.values(), filter.type());
  }

  /** What the filter may ask for. */
  public List<Choice> states() {
    return Choice.of(State.values(), filter.state());
  }

  /** What the filter may ask for. */
  public List<Choice> methods() {
    return Coordinate.methods().stream()
        .sorted()
        .map(
            method ->
                new Choice(
                    method,
                    method.equals("*") ? "* (all)" : method,
                    method.equals(filter.method())))
        .toList();
  }

  /** An option of a select element. */
  public record Choice(String value, String label, boolean chosen) {
    static List<Choice> of(Enum<?>[] constants, String chosen) {
      return Stream.of(constants)
          .map(c -> new Choice(c.name(), EntryWords.of(c), c.name().equalsIgnoreCase(chosen)))
          .toList();
    }
  }
}
