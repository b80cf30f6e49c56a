package io.portico.connect;

import io.portico.mlflow.AccessLevel;
import io.portico.mlflow.ServerAccess;
import java.util.List;
import java.util.stream.Stream;

/** A server in the form. */
public record ServerChoice(ServerAccess access, TokenForm form) {

  public boolean isChosen() {
    return form.servers().contains(access.server().id());
  }

  /** Up to the person's own. */
  public List<String> levels() {
    return Stream.of(AccessLevel.values())
        .filter(access.level()::includes)
        .map(AccessLevel::label)
        .toList();
  }

  public String level() {
    return form.levelOn(access.server().id());
  }
}
