package io.portico.apidocs.publishing;

/** Another replica carries the publication out, or it has ended. */
final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLost() {
    super("The publication is no longer this replica's", null, false, false);
  }
}
