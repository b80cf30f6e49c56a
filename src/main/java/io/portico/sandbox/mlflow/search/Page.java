package io.portico.sandbox.mlflow.search;

import java.util.List;

/**
 * A stretch of a result.
 *
 * @param items what it holds
 * @param nextToken leads to the next page; empty on the last
 * @param <T> what was searched for
 */
public record Page<T>(List<T> items, String nextToken) {

  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }
}
