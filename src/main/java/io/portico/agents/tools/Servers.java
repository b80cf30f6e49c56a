package io.portico.agents.tools;

import io.portico.agents.PathSegment;
import io.portico.mlflow.ServerAccess;
import io.portico.mlflow.TrackingServers;
import io.portico.mlflow.proxy.MlflowApi;
import io.portico.mlflow.proxy.MlflowReader;
import io.portico.portal.Portal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** The tracking servers that a visit may read, and the addresses of their pages. */
@ApplicationScoped
class Servers {
  private final TrackingServers servers;
  private final MlflowApi api;
  private final Portal portal;

  Servers(TrackingServers servers, MlflowApi api, Portal portal) {
    this.servers = servers;
    this.api = api;
    this.portal = portal;
  }

  List<ServerAccess> of(Visit visit) {
    return servers.of(visit.caller());
  }

  /**
   * A server's API.
   *
   * @throws ToolRefusal if the caller has no level there, or there is none
   */
  MlflowReader reader(Visit visit, String id) {
    return servers
        .of(visit.caller(), id)
        .map(access -> api.readerFor(visit.caller(), access))
        .orElseThrow(
            () ->
                ToolRefusal.denied(
                    "There is no tracking server '%s' for you; list_tracking_servers names yours."
                        .formatted(id)));
  }

  /**
   * The portal's page that shows a place of a server's web UI.
   *
   * @param route segments of the UI's route, none encoded; none for its first page
   */
  String page(String server, String... route) {
    StringBuilder page = new StringBuilder("/app/mlflow/").append(PathSegment.encoded(server));
    if (route.length > 0) {
      page.append('#');
    }
    for (String segment : route) {
      page.append('/').append(PathSegment.encoded(segment));
    }
    return portal.origin().resolve(page.toString()).toString();
  }

  /**
   * The page of a run's artifact.
   *
   * @param path empty for all
   */
  String artifactPage(MlflowReader server, String run, String path) {
    String experiment =
        Texts.text(Texts.object(GetRun.run(server, run), "info"), "experiment_id").orElse("");
    return page(
        server.server().id(),
        Stream.of("experiments/" + experiment + "/runs/" + run + "/artifacts", path)
            .flatMap(part -> Stream.of(part.split("/")))
            .filter(segment -> !segment.isEmpty())
            .toArray(String[]::new));
  }
}
