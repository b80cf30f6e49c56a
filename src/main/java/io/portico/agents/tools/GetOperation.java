package io.portico.agents.tools;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.portico.agents.PublishedDocumentation;
import io.portico.agents.PublishedDocumentation.FoundOperation;
import io.portico.agents.PublishedDocumentation.PublishedStage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class GetOperation implements Tool<GetOperation.Arguments, GetOperation.Found> {
  private static final int LONGEST = 32_000;

  private final Apis apis;
  private final PublishedDocumentation published;

  GetOperation(Apis apis, PublishedDocumentation published) {
    this.apis = apis;
    this.published = published;
  }

  record Arguments(
      @JsonPropertyDescription("Id of the API, from list_apis.") String api,
      String stage,
      @JsonPropertyDescription("Such as GET.") String method,
      @JsonPropertyDescription("Such as /orders/{orderId}.") String path) {}

  record Found(
      String method,
      String path,
      String summary,
      @JsonPropertyDescription(
              "Parameters, body, responses and schemas; what its authors say is quoted.")
          String markdown,
      @JsonPropertyDescription("Whether this is all of it; the page has the rest.") boolean whole,
      @JsonPropertyDescription("The same in Markdown, at an address that stays.") String page) {}

  @Override
  public ToolCard<Arguments, Found> card() {
    return new ToolCard<>(
        "get_operation",
        "How to call an operation",
        "All that one has to know to call one operation of an API, in Markdown, 32,000 characters"
            + " at most.",
        Arguments.class,
        Found.class);
  }

  @Override
  public String resource(Arguments arguments) {
    return "apis/" + arguments.api();
  }

  @Override
  public Found call(Visit visit, Arguments arguments) {
    PublishedStage stage =
        apis.stages(visit, Optional.of(arguments.api()), Optional.of(arguments.stage())).get(0);
    FoundOperation operation =
        published.operations(stage, List.of()).stream()
            .filter(known -> known.path().equals(arguments.path()))
            .filter(known -> known.method().equalsIgnoreCase(arguments.method()))
            .findFirst()
            .orElseThrow(GetOperation::unknown);
    String markdown = published.markdown(stage, operation).orElseThrow(GetOperation::unknown);
    return new Found(
        operation.method(),
        operation.path(),
        operation.summary(),
        Texts.cut(markdown, LONGEST),
        markdown.length() <= LONGEST,
        operation.page());
  }

  private static ToolRefusal unknown() {
    return ToolRefusal.of(
        "The API has no such operation on this stage; search_operations finds those it has.");
  }
}
