package io.portico.testsupport;

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
public final class Routes {
  private static final Set<String> ALL = read();

  /** What answers with a file, an event or a redirect. */
  private static final Set<String> NO_PAGES =
      Set.of(
          "/",
          "/.well-known/api-catalog",
          "/.well-known/oauth-protected-resource{path:(/mcp)?}",
          "/.well-known/security.txt",
          "/api/openapi.json",
          "/app/activity.csv",
          "/app/apis/{api}/export/draft",
          "/app/apis/{api}/export/stage",
          "/app/apis/{api}/imports/{id}/backup",
          "/app/apis/{api}/preview/openapi.{notation}",
          "/app/apis/{api}/publications/{id}/events",
          "/app/mlflow/{server}/frame",
          "/app/sign-in",
          "/app/sign-in-again",
          "/app/signed-in",
          "/app/signed-in-again",
          "/docs/problems",
          "/docs/problems/index.md",
          "/docs/problems/{problem}",
          "/docs/problems/{problem}/index.md",
          "/llms.txt");

  private Routes() {}

  /** Those below one of some paths. */
  public static Set<String> below(String... paths) {
    return ALL.stream()
        .filter(route -> Stream.of(paths).anyMatch(path -> (route + "/").startsWith(path + "/")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those that answer with a page, or a part of one. */
  public static Set<String> ofPages() {
    Set<String> pages = new TreeSet<>(ALL);
    pages.removeAll(NO_PAGES);
    return pages;
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
  public static String of(String path) {
    return ALL.stream()
        .filter(route -> path.matches(pattern(route)))
        .max(Comparator.comparingInt(route -> route.replaceAll("\\{[^}]*}+", "").length()))
        .orElse("");
  }

  private static String pattern(String route) {
    return route.replaceAll("\\{\\w+:([^{}]+)\\}", "$1").replaceAll("\\{\\w+\\}", "[^/]+");
  }
}
