package io.portico.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.postgres.PostgresPlugin;

/** The portal's PostgreSQL: each call is one transaction and blocks. */
@ApplicationScoped
public class Database {
  private static final Pattern AWAY = Pattern.compile("08|57P|53|25006");

  private final Jdbi jdbi;
  private final Schema schema;

  Database(AgroalDataSource dataSource, Schema schema) {
    this.schema = schema;
    jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
  }

  /**
   * Runs statements in one transaction.
   *
   * @throws DatabaseUnavailable when PostgreSQL cannot be reached or is going down
   */
  public <T> T transaction(HandleCallback<T, RuntimeException> statements) {
    if (!schema.isReady()) {
      throw new DatabaseUnavailable("The database was not reached since the start", null);
    }
    try {
      return jdbi.inTransaction(statements);
    } catch (JdbiException e) {
      throw connectionLoss(e)
          .<RuntimeException>map(loss -> new DatabaseUnavailable("The database is away", loss))
          .orElse(e);
    }
  }

  /** The same for statements without a result. */
  public void change(HandleConsumer<RuntimeException> statements) {
    transaction(statements.asCallback());
  }

  /**
   * No connection to be had, or one lost (SQLSTATE classes 08 and 57P, and Agroal's time-out
   * without a state), or a server without room (class 53) or that only reads, as a former primary
   * does.
   */
  private static Optional<Throwable> connectionLoss(JdbiException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectionException
          || cause instanceof SQLException sql
              && sql.getSQLState() != null
              && AWAY.matcher(sql.getSQLState()).lookingAt()) {
        return Optional.of(cause);
      }
    }
    return Optional.empty();
  }
}
