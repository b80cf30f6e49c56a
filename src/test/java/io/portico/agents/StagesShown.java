package io.portico.agents;

import io.portico.apidocs.StageShown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the portal tells of stages. */
@ApplicationScoped
public class StagesShown {
  private final List<StageShown> told = new CopyOnWriteArrayList<>();

  void hear(@Observes StageShown shown) {
    told.add(shown);
  }

  List<StageShown> told() {
    return List.copyOf(told);
  }

  void clear() {
    told.clear();
  }
}
