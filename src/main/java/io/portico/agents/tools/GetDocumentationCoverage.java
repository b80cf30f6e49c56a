package io.portico.agents.tools;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.portico.apidocs.Branch;
import io.portico.apidocs.Contents;
import io.portico.apidocs.Coverage;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.Entry;
import io.portico.apidocs.RestApi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

@ApplicationScoped
class GetDocumentationCoverage
    implements Tool<GetDocumentationCoverage.Arguments, GetDocumentationCoverage.Found> {
  private static final int MOST = 50;

  private final DocumentationRoles roles;
  private final Drafts drafts;

  GetDocumentationCoverage(DocumentationRoles roles, Drafts drafts) {
    this.roles = roles;
    this.drafts = drafts;
  }

  record Arguments(@JsonPropertyDescription("Id of the API.") String api) {}

  record Found(
      int documented,
      @JsonPropertyDescription("Everything about the API that can be documented.") int entities,
      int percent,
      List<Counted> byType,
      @JsonPropertyDescription("What nothing is said of, in the API's order; 50 at most.")
          List<Place> undocumented,
      @JsonPropertyDescription("The draft in the portal.") String page) {}

  record Counted(
      @JsonPropertyDescription("Such as METHOD.") String type, int documented, int entities) {}

  @Override
  public ToolCard<Arguments, Found> card() {
    return new ToolCard<>(
        "documentation_coverage",
        "Coverage of a draft",
        "How much of an API the draft of its documentation describes, and what is missing first.",
        Arguments.class,
        Found.class);
  }

  @Override
  public boolean isFor(Visit visit) {
    return roles.mayRead(visit);
  }

  @Override
  public String resource(Arguments arguments) {
    return "apis/" + arguments.api();
  }

  @Override
  public Found call(Visit visit, Arguments arguments) {
    RestApi api = roles.access(visit, arguments.api()).api();
    Contents contents = drafts.of(api).contents();
    Coverage whole = contents.api().map(Branch::coverage).orElse(new Coverage(0, 0));
    List<Entry> entries = contents.api().stream().flatMap(Branch::entries).toList();
    return new Found(
        whole.documented(),
        whole.entities(),
        whole.percent(),
        byType(entries),
        entries.stream()
            .filter(entry -> !entry.isDocumented())
            .limit(MOST)
            .map(entry -> Place.of(entry.location()))
            .toList(),
        roles.page(api));
  }

  private static List<Counted> byType(List<Entry> entries) {
    Map<String, Coverage> coverage = new TreeMap<>();
    entries.forEach(
        entry ->
            coverage.merge(entry.location().type().name(), Coverage.of(entry), Coverage::plus));
    return coverage.entrySet().stream()
        .map(
            type ->
                new Counted(
                    type.getKey(), type.getValue().documented(), type.getValue().entities()))
        .toList();
  }
}
