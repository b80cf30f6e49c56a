package io.portico.agents.tools;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.portico.agents.PublishedDocumentation.PublishedStage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

@ApplicationScoped
class ListApis implements Tool<ListApis.Arguments, ListApis.Found> {
  private static final int MOST = 100;
  private static final int LONGEST = 200;

  private final Apis apis;

  ListApis(Apis apis) {
    this.apis = apis;
  }

  record Arguments(
      @JsonPropertyDescription("A part of the API's id or title; all if left out.")
          Optional<String> name) {}

  record Found(
      List<Stage> stages,
      @JsonPropertyDescription("Ask for a part of the name to see them.") int leftOut) {}

  record Stage(
      @JsonPropertyDescription("Id of the API.") String api,
      String title,
      String description,
      String stage,
      @JsonPropertyDescription("Of the documentation.") String version,
      @JsonPropertyDescription("All of it in Markdown.") String markdown,
      @JsonPropertyDescription("OpenAPI in JSON.") String openapi,
      @JsonPropertyDescription("For people.") String page) {

    private static Stage of(PublishedStage stage) {
      return new Stage(
          stage.api(),
          Texts.cut(stage.title(), LONGEST),
          Texts.cut(stage.description(), LONGEST),
          stage.stage(),
          stage.version(),
          stage.markdown(),
          stage.openApi(),
          stage.page());
    }
  }

  @Override
  public ToolCard<Arguments, Found> card() {
    return new ToolCard<>(
        "list_apis",
        "Documented APIs",
        "The company's APIs whose published documentation you may read, stage by stage; 100 at"
            + " most.",
        Arguments.class,
        Found.class);
  }

  @Override
  public String resource(Arguments arguments) {
    return "portal";
  }

  @Override
  public Found call(Visit visit, Arguments arguments) {
    String name = arguments.name().orElse("").toLowerCase(Locale.ROOT);
    List<PublishedStage> stages =
        apis.stages(visit).stream()
            .filter(
                stage ->
                    (stage.api() + " " + stage.title()).toLowerCase(Locale.ROOT).contains(name))
            .toList();
    return new Found(
        stages.stream().limit(MOST).map(Stage::of).toList(), Math.max(0, stages.size() - MOST));
  }
}
