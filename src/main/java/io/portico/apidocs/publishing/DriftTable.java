package io.portico.apidocs.publishing;

import io.portico.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Since when drafts have been seen to differ from what stages show. Every method blocks, and fails
 * when the database is away.
 */
@ApplicationScoped
class DriftTable {
  private final Database database;

  /** What was seen before. */
  private record Sight(String version, Instant since) {}

  DriftTable(Database database) {
    this.database = database;
  }

  /**
   * Takes down what is seen now.
   *
   * @param drifts of all stages of the API
   * @return by stage, since when it has differed
   */
  Map<String, Instant> seen(String api, List<Drift> drifts) {
    return database.transaction(
        handle -> {
          Map<String, Sight> before = before(handle, api);
          Map<String, Instant> since = new HashMap<>();
          for (Drift drift : drifts) {
            String stage = drift.stage().name();
            Sight sight = before.remove(stage);
            switch (drift.state()) {
              case DIFFERS -> since.put(stage, differs(handle, api, drift, sight));
              case SAME, NO_DOCUMENTATION -> forget(handle, api, stage, sight);
              case UNKNOWN -> {}
            }
          }
          before.forEach((gone, sight) -> forget(handle, api, gone, sight));
          return since;
        });
  }

  private static Map<String, Sight> before(Handle handle, String api) {
    Map<String, Sight> before = new HashMap<>();
    handle
        .createQuery("select stage, version, since from documentation_drift where api = :api")
        .bind("api", api)
        .map(
            row ->
                before.put(
                    row.getColumn("stage", String.class),
                    new Sight(
                        row.getColumn("version", String.class),
                        row.getColumn("since", Instant.class))))
        .list();
    return before;
  }

  private static Instant differs(Handle handle, String api, Drift drift, Sight before) {
    String version = KeptName.of(drift.stage().documentationVersion().orElseThrow());
    if (before != null && before.version.equals(version)) {
      return before.since;
    }
    return handle
        .createQuery(
            """
            insert into documentation_drift (api, stage, version, since)
            values (:api, :stage, :version, now())
            on conflict (api, stage) do update
            set version = excluded.version, since = case
              when documentation_drift.version = excluded.version then documentation_drift.since
              else excluded.since end
            returning since
            """)
        .bind("api", api)
        .bind("stage", drift.stage().name())
        .bind("version", version)
        .mapTo(Instant.class)
        .one();
  }

  private static void forget(Handle handle, String api, String stage, Sight before) {
    if (before != null) {
      handle
          .createUpdate("delete from documentation_drift where api = :api and stage = :stage")
          .bind("api", api)
          .bind("stage", stage)
          .execute();
    }
  }
}
