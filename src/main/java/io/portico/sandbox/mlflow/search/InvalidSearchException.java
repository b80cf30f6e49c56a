package io.portico.sandbox.mlflow.search;

/** A search that cannot be understood; the message is for whoever wrote it. */
public final class InvalidSearchException extends IllegalArgumentException {

  InvalidSearchException(String message) {
    super(message);
  }
}
