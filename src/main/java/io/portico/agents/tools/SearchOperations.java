package io.portico.agents.tools;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.portico.agents.PublishedDocumentation;
import io.portico.agents.PublishedDocumentation.FoundOperation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

@ApplicationScoped
class SearchOperations implements Tool<SearchOperations.Arguments, SearchOperations.Found> {
  private static final int MOST = 50;
  private static final int LONGEST = 300;

  private final Apis apis;
  private final PublishedDocumentation published;

  SearchOperations(Apis apis, PublishedDocumentation published) {
    this.apis = apis;
    this.published = published;
  }

  record Arguments(
      @JsonPropertyDescription(
              "Words that all stand in path, method, summary, description, operation id or tags.")
          String words,
      @JsonPropertyDescription("Id of one API; all that you may read if left out.")
          Optional<String> api,
      Optional<String> stage) {}

  record Found(List<Operation> operations, int leftOut) {}

  record Operation(
      String api,
      String stage,
      @JsonPropertyDescription("In upper case; ANY stands for all.") String method,
      String path,
      String summary,
      @JsonPropertyDescription("Its page in Markdown.") String page) {}

  @Override
  public ToolCard<Arguments, Found> card() {
    return new ToolCard<>(
        "search_operations",
        "Search operations",
        "Operations of the documented APIs by words; 50 at most. get_operation tells how to call"
            + " one.",
        Arguments.class,
        Found.class);
  }

  @Override
  public String resource(Arguments arguments) {
    return arguments.api().map(api -> "apis/" + api).orElse("portal");
  }

  @Override
  public Found call(Visit visit, Arguments arguments) {
    List<String> words =
        Stream.of(arguments.words().toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
    List<FoundOperation> found =
        apis.stages(visit, arguments.api(), arguments.stage()).stream()
            .flatMap(stage -> published.operations(stage, words).stream())
            .toList();
    return new Found(
        found.stream().limit(MOST).map(SearchOperations::operation).toList(),
        Math.max(0, found.size() - MOST));
  }

  private static Operation operation(FoundOperation found) {
    return new Operation(
        found.api(),
        found.stage(),
        found.method(),
        found.path(),
        Texts.cut(found.summary(), LONGEST),
        found.page());
  }
}
