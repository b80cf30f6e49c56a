package io.portico.agents.tools;

/**
 * Something that agents may ask for.
 *
 * @param <A> what it takes
 * @param <R> what it gives
 */
interface Tool<A extends Record, R extends Record> {
  ToolCard<A, R> card();

  /** Whether it leaves everything as it is. None deletes or overwrites anything. */
  default boolean isReadOnly() {
    return true;
  }

  /** Whether it is of any use to a caller, who is not told of it else. */
  default boolean isFor(Visit visit) {
    return true;
  }

  /** What it is done to, for the audit trail. */
  String resource(A arguments);

  /**
   * Does it. Blocks.
   *
   * @throws ToolRefusal with what the agent should do instead
   */
  R call(Visit visit, A arguments);
}
