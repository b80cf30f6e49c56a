package io.portico.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.ApiEntities.Method;
import io.portico.apidocs.ApiEntities.Resource;
import io.portico.apidocs.ApiEntities.Response;
import io.portico.apidocs.Entry.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentsTest {
  private static final Contents PETSTORE = petstore();

  private static Contents petstore(DocumentationPart... further) {
    List<DocumentationPart> parts = new ArrayList<>(Petstore.parts());
    parts.addAll(List.of(further));
    return Contents.of(Petstore.entities(), new Documentation(parts));
  }

  private static Branch branch(Contents contents, String type, String path, String method) {
    Location place = Location.parse(type, path, method, null, null);
    return find(contents.api().orElseThrow(), place)
        .orElseThrow(() -> new AssertionError("not there: " + place));
  }

  private static Optional<Branch> find(Branch branch, Location place) {
    return branch.entry().location().equals(place)
        ? Optional.of(branch)
        : branch.branches().stream().flatMap(inner -> find(inner, place).stream()).findFirst();
  }

  private static ContentsFilter filter(String text, String type, String method, String state) {
    return new ContentsFilter(
        Optional.ofNullable(text),
        Optional.ofNullable(type).map(LocationType::valueOf),
        Optional.ofNullable(method),
        Optional.ofNullable(state).map(State::valueOf));
  }

  /**
   * 40 entities: the API, an authorizer, a model with 2 properties, 3 resources, 6 methods, 2 path
   * and 2 query parameters, 1 request body, 6 responses with 10 headers and 5 bodies.
   */
  @Test
  void everyEntityHasItsState() {
    Map<State, Long> states =
        PETSTORE.entries().collect(Collectors.groupingBy(Entry::state, Collectors.counting()));
    assertEquals(
        Map.of(State.OWN, 9L, State.INHERITED, 17L, State.UNDOCUMENTED, 14L, State.SHARED, 5L),
        states);
  }

  @Test
  void theTreeGoesFromTheApiToItsHeaders() {
    assertEquals(
        List.of(
            "METHOD GET  ",
            "QUERY_PARAMETER GET  page",
            "QUERY_PARAMETER GET  type",
            "RESPONSE GET 200 ",
            "RESPONSE_HEADER GET 200 Access-Control-Allow-Origin",
            "RESPONSE_BODY GET 200 "),
        branch(PETSTORE, "METHOD", "/pets", "GET")
            .entries()
            .map(Entry::location)
            .map(
                place ->
                    String.join(
                        " ", place.type().name(), place.method(), place.statusCode(), place.name()))
            .toList());
    assertEquals(
        List.of("staff", "Pet", "/", "/pets", "/pets/{petId}"),
        PETSTORE.api().orElseThrow().branches().stream()
            .map(branch -> branch.entry().location())
            .map(place -> place.name() + place.path())
            .sorted(Comparator.comparing((String name) -> name.startsWith("/")))
            .toList());
  }

  @Test
  void anInheritedTextNamesWhereItIsFrom() {
    Location entity = Location.parse("RESPONSE", "/pets", "GET", "200", null);
    Entry entry =
        PETSTORE.entries().filter(e -> e.location().equals(entity)).findFirst().orElseThrow();
    assertEquals(State.INHERITED, entry.state());
    DocumentationPart source = entry.part().orElseThrow();
    assertEquals(Location.parse("RESPONSE", "/", "*", "200", null), source.location());
    assertEquals(6, PETSTORE.inheriting(source).size());
    assertTrue(PETSTORE.inheriting(source).contains(entity));
  }

  @ParameterizedTest
  @CsvSource({
    "RESPONSE,        /gone, GET,    200, ,        ORPHAN",
    "RESPONSE,        /pets, PUT,    200, ,        ORPHAN",
    "RESPONSE,        /,     *,      500, ,        ORPHAN",
    "QUERY_PARAMETER, /,     *,      ,    colour,  ORPHAN",
    "METHOD,          /pets, DELETE, ,    ,        ORPHAN",
    "RESOURCE,        /gone, ,       ,    ,        ORPHAN",
    "MODEL,           ,      ,       ,    Cat,     ORPHAN",
    "MODEL,           ,      ,       ,    Pet.fur, ORPHAN",
    "AUTHORIZER,      ,      ,       ,    guests,  ORPHAN",
    "RESPONSE,        /pets, *,      200, ,        SHARED",
    "RESPONSE_BODY,   /,     *,      *,   ,        SHARED",
    // AWS's texts disagree on whether these are inherited.
    "METHOD,          /pets, *,      ,    ,        SHARED",
    "REQUEST_BODY,    /,     *,      ,    ,        SHARED",
    "RESOURCE,        /pets, ,       ,    ,        OWN",
    "MODEL,           ,      ,       ,    Pet.id,  OWN",
  })
  void aPartThatNobodyCouldTakeIsAnOrphan(
      String type, String path, String method, String status, String name, State state) {
    DocumentationPart part =
        Petstore.part(type, path, method, status, name, "{\"description\":\"x\"}");
    assertEquals(
        List.of(state),
        petstore(part)
            .entries()
            .filter(entry -> entry.location().equals(part.location()))
            .map(Entry::state)
            .toList());
  }

  @Test
  void whatIsSaidOfAllMethodsDocumentsNoneAsLongAsAwsDoesNotSay() {
    Contents contents =
        petstore(Petstore.part("METHOD", "/pets", "*", null, null, "{\"summary\":\"x\"}"));
    assertEquals(
        State.UNDOCUMENTED, branch(contents, "METHOD", "/pets", "OPTIONS").entry().state());
  }

  @Test
  void coverageCountsEveryBranchAndTheWhole() {
    assertEquals(new Coverage(5, 6), branch(PETSTORE, "METHOD", "/pets", "GET").coverage());
    assertEquals(new Coverage(26, 40), PETSTORE.api().orElseThrow().coverage());
    assertEquals(14, PETSTORE.api().orElseThrow().coverage().missing());
    assertEquals(65, PETSTORE.api().orElseThrow().coverage().percent());
    assertEquals(99, new Coverage(1_999, 2_000).percent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'description':'Pets'}               | true",
        "{'summary':'Pets'}                   | true",
        "{}                                   | false",
        "{'description':' \\n'}               | false",
        "{'description':1,'summary':['x']}    | false",
        "{'tags':['pets']}                    | false",
        "{'x-note':'Pets','deprecated':true}  | false",
      })
  void aTextThatPeopleReadDocuments(String properties, boolean documented) {
    Location resource = Location.parse("METHOD", "/a", "GET", null, null);
    DocumentationPart part =
        new DocumentationPart("id", resource, Properties.parse(properties.replace('\'', '"')));
    assertEquals(documented, Entry.of(resource, Optional.of(part)).isDocumented());
  }

  @Test
  void aFilterKeepsTheWayToWhatItFinds() {
    Contents found = PETSTORE.matching(filter(" SITES that ", null, "POST", null));
    assertEquals(
        List.of("API", "RESOURCE", "METHOD", "RESPONSE", "RESPONSE_HEADER"),
        found.entries().map(entry -> entry.location().type().name()).toList());
    assertEquals(new Coverage(26, 40), found.api().orElseThrow().coverage());
  }

  @ParameterizedTest
  @CsvSource({
    "petid,     PATH_PARAMETER,  ,        ,             3",
    ",          RESPONSE_HEADER, ,        SHARED,       3",
    ",          ,                ,        ORPHAN,       0",
    ",          METHOD,          OPTIONS, UNDOCUMENTED, 2",
    "It went,   RESPONSE,        GET,     INHERITED,    3",
    "no such,   ,                ,        ,             0",
  })
  void everyPartOfAFilterNarrows(String text, String type, String method, String state, int found) {
    ContentsFilter filter = filter(text, type, method, state);
    Contents contents = PETSTORE.matching(filter);
    assertEquals(found, contents.entries().filter(filter::accepts).count());
    assertEquals(
        found == 0 || contents.general().size() == found, contents.api().isEmpty(), "way kept");
  }

  @Test
  void anApiOfThreeHundredResourcesAndTwoThousandPartsIsJoined() {
    List<Resource> resources =
        IntStream.range(0, 300)
            .mapToObj(i -> new Resource("/r" + i % 10 + "/s" + i, List.of(get(), get("POST"))))
            .toList();
    List<DocumentationPart> parts = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      String path = "/r" + i % 300 % 10 + "/s" + i % 300;
      parts.add(
          Petstore.part(
              "QUERY_PARAMETER", path, "GET", null, "q" + i / 300, "{\"description\":\"q\"}"));
    }
    Contents contents =
        Contents.of(new ApiEntities(resources, List.of(), List.of()), new Documentation(parts));
    Map<State, Long> states =
        contents.entries().collect(Collectors.groupingBy(Entry::state, Collectors.counting()));
    // Of q0 to q6 the API has q0 to q4; q6 was written for the first 200 resources.
    assertEquals(
        Map.of(
            State.OWN, 1_500L,
            State.ORPHAN, 500L,
            State.UNDOCUMENTED, 1L + 300 + 2 * 300 * 2 + 300 * 5),
        states);
  }

  private static Method get() {
    return get("GET");
  }

  private static Method get(String verb) {
    Set<String> names =
        IntStream.range(0, 5).mapToObj(i -> "q" + i).collect(Collectors.toUnmodifiableSet());
    return new Method(
        verb, Set.of(), names, Set.of(), false, List.of(new Response("200", Set.of(), false)));
  }
}
