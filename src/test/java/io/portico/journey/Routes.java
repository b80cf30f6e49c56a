package io.portico.journey;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that the portal answers to GET, as its resources say. */
final class Routes {
  private static final Set<String> ALL = read();

  private Routes() {}

  static Set<String> all() {
    return new TreeSet<>(ALL);
  }

  private static Set<String> read() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.portico")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .flatMap(Routes::of)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> of(JavaClass resource) {
    String path = resource.getAnnotationOfType(Path.class).value();
    return resource.getMethods().stream()
        .filter(method -> method.isAnnotatedWith(GET.class))
        .map(
            method -> (path + "/" + own(method)).replaceAll("/+", "/").replaceFirst("(.)/$", "$1"));
  }

  private static String own(JavaMethod method) {
    return method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
  }

  /** The one that answers a path: of those that match, the one that says most of it. */
  static String of(String path) {
    return all().stream()
        .filter(route -> path.matches(pattern(route)))
        .max(Comparator.comparingInt(route -> route.replaceAll("\\{[^}]*}+", "").length()))
        .orElse("");
  }

  private static String pattern(String route) {
    return route.replaceAll("\\{\\w+:([^{}]+)\\}", "$1").replaceAll("\\{\\w+\\}", "[^/]+");
  }
}
