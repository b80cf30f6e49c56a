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
  public String name() {
    return "list_tracking_servers";
  }

  @Override
  public String title() {
    return "Tracking servers";
  }

  @Override
  public String description() {
    return "The MLflow tracking servers that you may read, and what level you have on each.";
  }

  @Override
  public Class<Arguments> arguments() {
    return Arguments.class;
  }

  @Override
  public Class<Found> result() {
    return Found.class;
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
