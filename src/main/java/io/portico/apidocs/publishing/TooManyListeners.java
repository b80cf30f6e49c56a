package io.portico.apidocs.publishing;

/** As many browsers as may be are told how publications go; another one has to ask. */
final class TooManyListeners extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyListeners() {
    super("Too many listen to publications", null, false, false);
  }
}
