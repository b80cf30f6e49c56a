package io.portico.agents.tools;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

@ApplicationScoped
class FindModels implements Tool<FindModels.Arguments, FindModels.Found> {
  private final Servers servers;

  FindModels(Servers servers) {
    this.servers = servers;
  }

  record Arguments(
      @JsonPropertyDescription("Id of the tracking server, from list_tracking_servers.")
          String server,
      @JsonPropertyDescription("A part of the name; % stands for anything.") Optional<String> name,
      @JsonPropertyDescription("1 to 50; 20 if left out.") Optional<Integer> maxResults,
      @JsonPropertyDescription("next_page_token of the answer before.")
          Optional<String> pageToken) {}

  record Found(
      List<Model> models,
      @JsonPropertyDescription("There is more; ask again with it.")
          Optional<String> nextPageToken) {}

  record Model(
      String name,
      Optional<String> description,
      Optional<String> lastUpdatedTime,
      List<String> latestVersions,
      @JsonPropertyDescription("The version that each alias stands for.")
          Map<String, String> aliases,
      @JsonPropertyDescription("In the portal.") String page) {}

  @Override
  public ToolCard<Arguments, Found> card() {
    return new ToolCard<>(
        "find_models",
        "Find models",
        "Registered models of a tracking server by a part of their name, with their latest versions.",
        Arguments.class,
        Found.class);
  }

  @Override
  public String resource(Arguments arguments) {
    return "mlflow/" + arguments.server();
  }

  @Override
  public Found call(Visit visit, Arguments arguments) {
    List<Map.Entry<String, String>> parameters = new ArrayList<>();
    parameters.add(
        Map.entry("max_results", Integer.toString(PageSize.of(arguments.maxResults(), 20, 50))));
    String filter = NameFilter.containing(arguments.name());
    if (!filter.isEmpty()) {
      parameters.add(Map.entry("filter", filter));
    }
    arguments.pageToken().ifPresent(token -> parameters.add(Map.entry("page_token", token)));
    JsonObject answer =
        servers.reader(visit, arguments.server()).get("registered-models/search", parameters);
    return new Found(
        Texts.objects(answer, "registered_models")
            .map(model -> model(arguments.server(), model))
            .toList(),
        Texts.text(answer, "next_page_token"));
  }

  private Model model(String server, JsonObject json) {
    String name = Texts.text(json, "name").orElse("");
    Map<String, String> aliases = new TreeMap<>();
    Texts.objects(json, "aliases")
        .forEach(
            alias ->
                aliases.put(
                    Texts.text(alias, "alias").orElse(""),
                    Texts.text(alias, "version").orElse("")));
    return new Model(
        name,
        Texts.text(json, "description").map(text -> Texts.cut(text, 500)),
        Texts.time(json, "last_updated_timestamp"),
        Texts.objects(json, "latest_versions")
            .flatMap(version -> Texts.text(version, "version").stream())
            .toList(),
        aliases,
        servers.page(server, "models", name));
  }
}
