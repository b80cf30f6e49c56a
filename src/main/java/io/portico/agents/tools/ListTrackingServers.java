package io.portico.agents.tools;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class ListTrackingServers
    implements Tool<ListTrackingServers.Arguments, ListTrackingServers.Found> {
  private final Servers servers;

  ListTrackingServers(Servers servers) {
    this.servers = servers;
  }

  record Arguments() {}

  record Found(List<Server> servers) {}

  record Server(
      String id,
      String title,
      @JsonPropertyDescription("viewer, contributor or manager.") String level,
      @JsonPropertyDescription("In the portal.") String page) {}

  @Override
  public ToolCard<Arguments, Found> card() {
    return new ToolCard<>(
        "list_tracking_servers",
        "Tracking servers",
        "The MLflow tracking servers that you may read, and what level you have on each.",
        Arguments.class,
        Found.class);
  }

  @Override
  public String resource(Arguments arguments) {
    return "portal";
  }

  @Override
  public Found call(Visit visit, Arguments arguments) {
    return new Found(
        servers.of(visit).stream()
            .map(
                access ->
                    new Server(
                        access.server().id(),
                        access.server().title(),
                        access.level().label(),
                        servers.page(access.server().id())))
            .toList());
  }
}
