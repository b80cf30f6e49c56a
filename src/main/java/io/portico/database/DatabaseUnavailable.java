package io.portico.database;

/** The database cannot be asked at the moment; nothing was read or changed. */
public class DatabaseUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
