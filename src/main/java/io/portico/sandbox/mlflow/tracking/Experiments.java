package io.portico.sandbox.mlflow.tracking;

import io.portico.sandbox.mlflow.search.Page;
import io.portico.sandbox.mlflow.search.Query;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All experiments, the one called Default among them from the start. */
public final class Experiments {
  private static final Comparator<Experiment> NEWEST_FIRST =
      Comparator.comparing(Experiment::created)
          .reversed()
          .thenComparing(Experiment::id, Comparator.comparing(String::length))
          .thenComparing(Experiment::id);

  private final Map<String, Experiment> byId = new LinkedHashMap<>();

  Experiments(Instant now) {
    add("Default", "", now);
  }

  /** Makes an experiment; an empty location means the server's own artifact store. */
  public Experiment create(String name, String artifactLocation, Instant now) {
    requireFree(name);
    return add(EntityName.requireName(name), artifactLocation, now);
  }

  private Experiment add(String name, String artifactLocation, Instant now) {
    String id = Integer.toString(byId.size());
    String location = artifactLocation.isEmpty() ? "mlflow-artifacts:/" + id : artifactLocation;
    Experiment experiment = new Experiment(id, name, location, now);
    byId.put(id, experiment);
    return experiment;
  }

  /** The experiment with that id, deleted or not. */
  public Experiment get(String id) {
    Experiment experiment = byId.get(id);
    if (experiment == null) {
      throw TrackingException.missing("No experiment has the id '" + id + "'");
    }
    return experiment;
  }

  /** The experiment with that id, unless it was deleted. */
  public Experiment active(String id) {
    Experiment experiment = get(id);
    if (experiment.stage() == LifecycleStage.DELETED) {
      throw TrackingException.invalid("Experiment " + id + " is deleted; restore it first");
    }
    return experiment;
  }

  /** The experiment with that name, deleted or not. */
  public Experiment named(String name) {
    return find(name)
        .orElseThrow(() -> TrackingException.missing("No experiment has the name '" + name + "'"));
  }

  /** Gives an experiment another name. */
  public void rename(String id, String name, Instant now) {
    Experiment experiment = get(id);
    if (!experiment.name().equals(name)) {
      requireFree(name);
      experiment.rename(EntityName.requireName(name), now);
    }
  }

  /** The experiments that a search finds. */
  public Page<Experiment> search(Query query, ViewType view) {
    return query.page(
        byId.values().stream().filter(experiment -> view.shows(experiment.stage())), NEWEST_FIRST);
  }

  private Optional<Experiment> find(String name) {
    return byId.values().stream().filter(known -> known.name().equals(name)).findFirst();
  }

  private void requireFree(String name) {
    find(name)
        .ifPresent(
            known -> {
              throw TrackingException.taken(
                  "Experiment '%s' exists already%s"
                      .formatted(
                          name,
                          known.stage() == LifecycleStage.DELETED
                              ? " and is deleted: restore it, or choose another name"
                              : ""));
            });
  }
}
