package io.portico.sandbox.mlflow.tracking;

import io.portico.sandbox.mlflow.search.Page;
import io.portico.sandbox.mlflow.search.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** All runs of all experiments. */
public final class Runs {
  private static final Comparator<Run> LATEST_FIRST =
      Comparator.comparing((Run run) -> run.origin().started()).reversed().thenComparing(Run::id);

  private final Map<String, Run> byId = new LinkedHashMap<>();
  private final RunNames names = new RunNames();

  /** Starts a run; without a name it is given one. */
  public Run create(Experiment experiment, String name, String user, Instant started) {
    String id = names.id(experiment, byId.size());
    Run run =
        new Run(
            new RunOrigin(id, experiment, user, started),
            name.isEmpty() ? names.name(byId.size()) : name);
    byId.put(id, run);
    return run;
  }

  /** The run with that id, deleted or not. */
  public Run get(String id) {
    Run run = byId.get(id);
    if (run == null) {
      throw TrackingException.missing("No run has the id '" + id + "'");
    }
    return run;
  }

  /** The run with that id, unless it was deleted. */
  public Run active(String id) {
    Run run = get(id);
    if (run.stage() == LifecycleStage.DELETED) {
      throw TrackingException.invalid("Run " + id + " is deleted; restore it first");
    }
    return run;
  }

  /** Deletes a run, or restores it. */
  public void move(String id, LifecycleStage to) {
    get(id).move(to);
  }

  void moveAll(Experiment experiment, LifecycleStage to) {
    byId.values().stream()
        .filter(run -> run.origin().experiment() == experiment)
        .forEach(run -> run.move(to));
  }

  /** The runs of those experiments that a search finds. */
  public Page<Run> search(Query query, Collection<String> experiments, ViewType view) {
    return query.page(
        byId.values().stream()
            .filter(run -> experiments.contains(run.origin().experiment().id()))
            .filter(run -> view.shows(run.stage())),
        LATEST_FIRST);
  }
}
