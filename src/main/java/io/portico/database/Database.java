package io.portico.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.postgres.PostgresPlugin;

/** The portal's PostgreSQL: each call is one transaction and blocks. */
@ApplicationScoped
public class Database {
  private static final Set<String> OUTAGE_CLASSES = Set.of("08", "53", "57", "58");
  private static final String READ_ONLY = "25006";

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
      throw isOutage(e) ? new DatabaseUnavailable("The database is away", e) : e;
    }
  }

  /** The same for statements without a result. */
  public void change(HandleConsumer<RuntimeException> statements) {
    transaction(statements.asCallback());
  }

  /** What mends itself, or by an operator: the statement was not at fault. */
  static boolean isOutage(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectionException
          || cause instanceof SQLException sql && isOutage(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Connections lost (class 08), resources short (53), an operator's doing (57), the system's
   * failure (58), and a standby that does not write yet (25006).
   *
   * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error
   *     codes</a>
   */
  static boolean isOutage(String state) {
    return state != null
        && (OUTAGE_CLASSES.stream().anyMatch(state::startsWith) || state.equals(READ_ONLY));
  }
}
