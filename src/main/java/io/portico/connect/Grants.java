package io.portico.connect;

import io.portico.apidocs.DocumentationGrant;
import io.portico.mlflow.TrackingServer;
import io.portico.mlflow.TrackingServers;
import io.portico.tokens.AccessToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What tokens are for, as they keep it. */
@ApplicationScoped
class Grants {
  private static final String MLFLOW = "mlflow/";

  private final TrackingServers servers;

  Grants(TrackingServers servers) {
    this.servers = servers;
  }

  static String resource(String server) {
    return MLFLOW + server;
  }

  /** Ids of the servers that a token is for, ascending, whether they are still there or not. */
  static List<String> servers(AccessToken token) {
    return entries(token).map(Map.Entry::getKey).map(Grants::server).toList();
  }

  /** For people. */
  List<ShownGrant> of(AccessToken token) {
    return Stream.concat(
            entries(token)
                .map(entry -> new ShownGrant(title(server(entry.getKey())), entry.getValue())),
            Optional.ofNullable(token.grants().get(DocumentationGrant.RESOURCE)).stream()
                .map(role -> new ShownGrant("API documentation", role)))
        .toList();
  }

  /** The id where the server is no longer there. */
  String title(String server) {
    return servers.find(server).map(TrackingServer::title).orElse(server);
  }

  private static Stream<Map.Entry<String, String>> entries(AccessToken token) {
    return token.grants().entrySet().stream()
        .filter(grant -> grant.getKey().startsWith(MLFLOW))
        .sorted(Map.Entry.comparingByKey());
  }

  private static String server(String resource) {
    return resource.substring(MLFLOW.length());
  }
}
