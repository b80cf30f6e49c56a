package io.portico.sandbox.mlflow.search;

import java.util.Optional;

/** An entity that a search looks through. */
@FunctionalInterface
public interface Searchable {

  /** Its value there, if it has one. */
  Optional<Value> value(Field field);
}
