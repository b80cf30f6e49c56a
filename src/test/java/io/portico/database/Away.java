package io.portico.database;

/** What a database that is away answers, for rules that need no database. */
public final class Away {
  private Away() {}

  public static DatabaseUnavailable unavailable() {
    return new DatabaseUnavailable("The database is away", null);
  }
}
