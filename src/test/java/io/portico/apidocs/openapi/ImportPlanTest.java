package io.portico.apidocs.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.ApiEntities;
import io.portico.apidocs.Change.Kind;
import io.portico.apidocs.Documentation;
import io.portico.apidocs.DocumentationPart;
import io.portico.apidocs.ImportMode;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import io.portico.apidocs.openapi.FileDocumentation.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportPlanTest {
  private static final Location LIST = Location.parse("METHOD", "/pets", "GET", "", "");
  private static final Location ADD = Location.parse("METHOD", "/pets", "POST", "", "");
  private static final Location PAGE = Location.parse("QUERY_PARAMETER", "/", "*", "", "page");
  private static final Location LOST = Location.parse("MODEL", "", "", "", "Lost");
  private static final ApiEntities ENTITIES =
      new ApiEntities(
          List.of(
              new ApiEntities.Resource(
                  "/pets",
                  List.of(
                      new ApiEntities.Method(
                          "GET", Set.of(), Set.of("page"), Set.of(), false, List.of()),
                      new ApiEntities.Method(
                          "POST", Set.of(), Set.of(), Set.of(), false, List.of())))),
          List.of(),
          List.of());

  private static Documentation draft(Part... parts) {
    return new Documentation(
        IntStream.range(0, parts.length)
            .mapToObj(
                i -> new DocumentationPart("p" + i, parts[i].location(), parts[i].properties()))
            .toList());
  }

  private static Part part(Location location, String quoted) {
    return new Part(
        Pointer.ROOT.plus(location.type().name()),
        location,
        Properties.parse(quoted.replace('\'', '"')));
  }

  private static FileDocumentation file(Part... parts) {
    return new FileDocumentation(List.of(parts), List.of());
  }

  private static ImportPlan plan(Documentation draft, FileDocumentation file, ImportMode mode) {
    return ImportPlan.of(draft, ENTITIES, file, mode);
  }

  private static List<String> listed(ImportPlan plan) {
    return plan.changes().stream()
        .map(
            change ->
                "%s %s %s > %s"
                    .formatted(
                        change.kind(),
                        Listing.of(change.location()),
                        change.before().map(ImportPlanTest::shown).orElse("nothing"),
                        change.after().map(ImportPlanTest::shown).orElse("nothing")))
        .toList();
  }

  private static String shown(Properties properties) {
    return properties.compact().replace('"', '\'');
  }

  @Test
  void mergingAddsAndReplacesKeysAsAWhole() {
    ImportPlan plan =
        plan(
            draft(
                part(Location.api(), "{'info':{'title':'a','version':'1'},'x-kept':1}"),
                part(LIST, "{'summary':'List'}"),
                part(PAGE, "{'description':'Page'}")),
            file(
                part(ADD, "{'summary':'Add'}"),
                part(Location.api(), "{'x-new':2,'info':{'title':'b'}}"),
                part(LIST, "{'summary':'List'}")),
            ImportMode.MERGE);
    assertEquals(
        List.of(
            "CHANGED API {'info':{'title':'a','version':'1'},'x-kept':1} >"
                + " {'info':{'title':'b'},'x-kept':1,'x-new':2}",
            "ADDED METHOD /pets POST nothing > {'summary':'Add'}"),
        listed(plan));
    assertEquals(2, plan.comparison().unchanged());
    assertEquals(Set.of(Location.api(), LIST, PAGE, ADD), plan.result().keySet());
    assertEquals(
        Set.of(Location.api(), ADD), plan.file("Pets", "1").parts().keySet(), "what is sent");
  }

  @Test
  void overwritingRemovesWhatTheFileDoesNotHave() {
    ImportPlan plan =
        plan(
            draft(
                part(LIST, "{'summary':'List','x-old':1}"),
                part(PAGE, "{'description':'Page'}"),
                part(LOST, "{}")),
            file(
                part(LIST, "{'summary':'List'}"), part(LOST, "{}"), part(ADD, "{'summary':'Add'}")),
            ImportMode.OVERWRITE);
    assertEquals(
        List.of(
            "REMOVED QUERY_PARAMETER / * page {'description':'Page'} > nothing",
            "CHANGED METHOD /pets GET {'summary':'List','x-old':1} > {'summary':'List'}",
            "ADDED METHOD /pets POST nothing > {'summary':'Add'}"),
        listed(plan));
    assertEquals(1, plan.comparison().unchanged());
    assertEquals(1, plan.comparison().changes(Kind.REMOVED).size());
    assertEquals(Set.of(LIST, LOST, ADD), plan.file("Pets", "1").parts().keySet(), "what is sent");
  }

  @ParameterizedTest
  @EnumSource
  void theOrderOfKeysIsNoChange(ImportMode mode) {
    ImportPlan plan =
        plan(
            draft(part(Location.api(), "{'info':{'title':'a','description':'b'},'x':1}")),
            file(part(Location.api(), "{'x':1,'info':{'description':'b','title':'a'}}")),
            mode);
    assertEquals(List.of(), plan.changes());
    assertEquals(1, plan.comparison().unchanged());
  }

  @ParameterizedTest
  @EnumSource
  void anotherSpellingOfANumberIsAChange(ImportMode mode) {
    ImportPlan plan =
        plan(draft(part(Location.api(), "{'x':1}")), file(part(Location.api(), "{'x':1.0}")), mode);
    assertEquals(List.of("CHANGED API {'x':1} > {'x':1.0}"), listed(plan));
  }

  @Test
  void anEmptyFileChangesNothingOrRemovesAll() {
    Documentation draft = draft(part(LIST, "{}"));
    assertEquals(List.of(), plan(draft, file(), ImportMode.MERGE).changes());
    ImportPlan overwriting = plan(draft, file(), ImportMode.OVERWRITE);
    assertEquals(List.of("REMOVED METHOD /pets GET {} > nothing"), listed(overwriting));
    assertEquals(0, overwriting.comparison().unchanged());
  }

  @ParameterizedTest
  @EnumSource
  void newPartsAboutNothingTheApiHasAreNamed(ImportMode mode) {
    Location old = Location.parse("MODEL", "", "", "", "Old");
    ImportPlan plan =
        plan(
            draft(part(old, "{}")),
            file(part(old, "{'a':1}"), part(LOST, "{}"), part(PAGE, "{}"), part(LIST, "{}")),
            mode);
    assertEquals(List.of(LOST), plan.orphans());
  }

  @Test
  void twoThousandPartsAreTheMost() {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      parts.add(part(Location.parse("MODEL", "", "", "", "M" + i), "{}"));
    }
    FileDocumentation full = file(parts.toArray(Part[]::new));
    assertEquals(Optional.empty(), plan(draft(), full, ImportMode.MERGE).obstacle());
    Documentation other = draft(part(LIST, "{}"));
    assertEquals(
        Optional.of(
            "The API would have 2001 parts, and API Gateway keeps 2000. Leave some out of the"
                + " file."),
        plan(other, full, ImportMode.MERGE).obstacle());
    assertEquals(Optional.empty(), plan(other, full, ImportMode.OVERWRITE).obstacle());
  }

  @Test
  void whatIsSentIsAtMostSixMegabytes() {
    Properties longest = Properties.parse("{\"a\":\"" + "x".repeat(60_000) + "\"}");
    Part[] parts =
        IntStream.range(0, 105)
            .mapToObj(i -> Location.parse("MODEL", "", "", "", "M" + i))
            .map(location -> new Part(Pointer.ROOT, location, longest))
            .toArray(Part[]::new);
    assertTrue(plan(draft(), file(parts), ImportMode.MERGE).obstacle().orElse("").contains("6 MB"));
    // All of it is there already, so nothing is sent.
    assertEquals(Optional.empty(), plan(draft(parts), file(parts), ImportMode.MERGE).obstacle());
  }

  @Test
  void whatBecomesTooLongByMergingIsAMisfitAndTheDraftStays() {
    String half = "x".repeat(40_000);
    FileDocumentation file =
        new FileDocumentation(
            List.of(part(LIST, "{'b':'" + half + "'}"), part(ADD, "{}")),
            List.of(new Misfit(Pointer.ROOT, "Of the file.")));
    Documentation draft = draft(part(LIST, "{'a':'" + half + "'}"));
    ImportPlan plan = plan(draft, file, ImportMode.MERGE);
    assertEquals(List.of("ADDED METHOD /pets POST nothing > {}"), listed(plan));
    assertEquals(
        List.of("Of the file.", "/METHOD"),
        List.of(plan.misfits().get(0).sentence(), plan.misfits().get(1).where().toString()));
    assertTrue(plan.misfits().get(1).sentence().contains("64 KiB"));
    assertEquals(1, plan(draft, file, ImportMode.OVERWRITE).misfits().size());
  }

  @Test
  void aBackupOverwritesBackToWhatWas() {
    Documentation draft =
        draft(part(Location.api(), "{'info':{'title':'a'}}"), part(PAGE, "{'x':1e999999}"));
    Map<Location, Properties> parts =
        Map.of(
            Location.api(),
            draft.at(Location.api()).orElseThrow().properties(),
            PAGE,
            draft.at(PAGE).orElseThrow().properties());
    String backup = new DocumentationFile("Pets", "1", parts).json();
    ImportPlan plan =
        plan(
            draft(part(LIST, "{}"), part(PAGE, "{'x':2,'y':3}")),
            FileDocumentation.of(OpenApiFile.read(backup)),
            ImportMode.OVERWRITE);
    assertEquals(parts, plan.result());
  }
}
