package io.portico.promises;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every promise has tests, and the reference names them. To write it anew: {@code ./mvnw test
 * -Dtest=PromisesTest -Dportico.docs=write}
 */
class PromisesTest {
  private static final Path REFERENCE = Path.of("docs/reference/promises.md");
  private static final String BEGIN = "<!-- promises -->\n";
  private static final String END = "<!-- end -->";

  private static Map<Promise, SortedSet<String>> tests;

  private record Held(Promise promise, String link) {}

  @BeforeAll
  static void read() {
    tests =
        classes().stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Holds.class))
            .flatMap(PromisesTest::held)
            .collect(groupingBy(Held::promise, mapping(Held::link, toCollection(TreeSet::new))));
  }

  private static JavaClasses classes() {
    return ArchConfiguration.withThreadLocalScope(
        configuration -> {
          // Nothing is asked of libraries, and reading theirs takes most of the time.
          configuration.setResolveMissingDependenciesFromClassPath(false);
          return new ClassFileImporter().importPath(Path.of("target/test-classes/io/portico"));
        });
  }

  private static Stream<Held> held(JavaMethod test) {
    JavaEnumConstant[] promises =
        (JavaEnumConstant[])
            test.getAnnotationOfType(Holds.class.getName()).get("value").orElseThrow();
    return Arrays.stream(promises)
        .map(promise -> new Held(Promise.valueOf(promise.name()), link(test)));
  }

  private static String link(JavaMethod test) {
    JavaClass outer = test.getOwner();
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return "[%s.%s](../../src/test/java/%s.java)"
        .formatted(outer.getSimpleName(), test.getName(), outer.getName().replace('.', '/'));
  }

  private static String table() {
    return Arrays.stream(Promise.Area.values())
        .map(
            area ->
                "\n## %s\n\n| promise | held by |\n|---|---|\n".formatted(area.title())
                    + Arrays.stream(Promise.values())
                        .filter(promise -> promise.area() == area)
                        .map(
                            promise ->
                                "| %s | %s |\n"
                                    .formatted(
                                        promise.text(),
                                        String.join(
                                            "<br>", tests.getOrDefault(promise, new TreeSet<>()))))
                        .collect(joining()))
        .collect(joining("", "", "\n"));
  }

  @Test
  void eachPromiseHasATest() {
    List<Promise> without =
        Arrays.stream(Promise.values()).filter(promise -> !tests.containsKey(promise)).toList();
    assertEquals(List.of(), without);
  }

  @Test
  void theReferenceNamesThem() throws IOException {
    String reference = Files.readString(REFERENCE);
    int begin = reference.indexOf(BEGIN) + BEGIN.length();
    String generated =
        reference.substring(0, begin) + table() + reference.substring(reference.indexOf(END));
    if ("write".equals(System.getProperty("portico.docs"))) {
      Files.writeString(REFERENCE, generated);
    }
    assertEquals(generated, Files.readString(REFERENCE));
  }
}
