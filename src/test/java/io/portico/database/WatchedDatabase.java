package io.portico.database;

import io.agroal.api.AgroalDataSource;
import org.jdbi.v3.core.HandleCallback;

/** The database of somebody who may be gone before a transaction, or after it. */
public final class WatchedDatabase extends Database {
  private final Runnable point;

  /**
   * The same database.
   *
   * @param point told before and after each transaction
   */
  public WatchedDatabase(AgroalDataSource dataSource, Schema schema, Runnable point) {
    super(dataSource, schema);
    this.point = point;
  }

  @Override
  public <T> T transaction(HandleCallback<T, RuntimeException> statements) {
    point.run();
    T result = super.transaction(statements);
    point.run();
    return result;
  }
}
