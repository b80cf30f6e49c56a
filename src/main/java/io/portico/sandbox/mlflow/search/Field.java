package io.portico.sandbox.mlflow.search;

/**
 * What a search compares or sorts by.
 *
 * @param kind where the value is kept
 * @param name its key there
 */
public record Field(Kind kind, String name) {

  /** The places an MLflow entity keeps values in. */
  public enum Kind {
    /** A number logged over the steps of a run. */
    METRIC,
    /** A text given to a run once. */
    PARAMETER,
    /** A text anyone may change. */
    TAG,
    /** A property of the entity itself. */
    ATTRIBUTE
  }

  /** The attribute of that name. */
  public static Field attribute(String name) {
    return new Field(Kind.ATTRIBUTE, name);
  }
}
