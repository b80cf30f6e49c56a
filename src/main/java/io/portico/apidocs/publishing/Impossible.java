package io.portico.apidocs.publishing;

/** A publication will never come to its end; the message tells people why and what to do. */
final class Impossible extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Impossible(String message) {
    super(message, null, false, false);
  }
}
