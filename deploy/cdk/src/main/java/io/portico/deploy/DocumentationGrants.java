package io.portico.deploy;

import io.portico.deploy.configuration.ApiDocumentation;
import io.portico.deploy.configuration.DocumentationRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What the portal calls of API Gateway, for the roles that people have there. */
final class DocumentationGrants {
  private static final String PARTS = "/documentation/parts";
  private static final String VERSIONS = "/documentation/versions";

  /**
   * Some verbs on some resources.
   *
   * @param paths behind {@code arn:<partition>:apigateway:<region>::}
   */
  record Grant(List<String> verbs, List<String> paths) {}

  private DocumentationGrants() {}

  static List<Grant> of(ApiDocumentation documentation) {
    List<String> edited = apis(documentation.selectors(DocumentationRole.EDITOR));
    List<String> published = apis(documentation.selectors(DocumentationRole.PUBLISHER));
    return Stream.of(
            new Grant(List.of("GET"), read(documentation)),
            new Grant(List.of("POST", "PUT"), below(edited, PARTS)),
            new Grant(List.of("DELETE", "PATCH"), below(edited, PARTS + "/*")),
            new Grant(List.of("POST"), below(published, VERSIONS)),
            new Grant(List.of("DELETE", "PATCH"), below(published, VERSIONS + "/*")),
            // Which version a stage shows is a setting of the stage; AWS has nothing narrower.
            new Grant(List.of("PATCH"), below(published, "/stages/*")))
        .filter(grant -> !grant.paths.isEmpty())
        .toList();
  }

  private static List<String> read(ApiDocumentation documentation) {
    List<String> selectors = new ArrayList<>(documentation.selectors(DocumentationRole.VIEWER));
    selectors.addAll(documentation.publicDocuments());
    List<String> paths = new ArrayList<>(List.of("/restapis"));
    for (String api : apis(selectors)) {
      paths.add("/restapis/" + api);
      if (!api.equals("*")) {
        paths.add("/restapis/" + api + "/*");
      }
    }
    return paths;
  }

  private static List<String> below(List<String> apis, String end) {
    return apis.stream().map(api -> "/restapis/" + api + end).toList();
  }

  /** Ids, or a star where a selector means APIs that nobody can name beforehand. */
  private static List<String> apis(Collection<String> selectors) {
    boolean any = selectors.stream().anyMatch(s -> s.equals("*") || s.startsWith("tag:"));
    return any ? List.of("*") : selectors.stream().distinct().sorted().toList();
  }
}
