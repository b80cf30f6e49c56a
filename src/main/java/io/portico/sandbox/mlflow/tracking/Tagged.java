package io.portico.sandbox.mlflow.tracking;

import io.portico.sandbox.mlflow.search.Field;
import io.portico.sandbox.mlflow.search.Searchable;
import io.portico.sandbox.mlflow.search.Value;
import java.util.Map;
import java.util.Optional;

/** What searches find by its tags, and by some of the rest. */
interface Tagged extends Searchable {

  /** Its tags by key. */
  Map<String, String> tags();

  /** One of the rest, as MLflow names it; empty if searches know no such. */
  Optional<Value> attribute(String name);

  @Override
  default Optional<Value> value(Field field) {
    return switch (field.kind()) {
      case TAG -> Value.of(tags().get(field.name()));
      case ATTRIBUTE -> attribute(field.name());
      default -> Optional.empty();
    };
  }
}
