package io.portico.bench;

import io.portico.packaged.PackagedDemo;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The demo's audit trail, filled without the portal. */
final class AuditRows implements AutoCloseable {
  /** Of 1,000 people on 20 servers, one each minute; every 5,000th failed. */
  private static final String INSERT =
      """
      insert into activity
      select now() - n * interval '1 minute', gen_random_uuid(), 'person-' || n % 1000,
        'Person ' || n % 1000, 'session', (array['WRITE', 'ACCESS', 'SIGN_IN'])[1 + n % 3],
        'mlflow/s' || n % 20, 'POST /api/2.0/mlflow/runs/log-metric',
        case when n % 5000 = 0 then 'FAILED' else 'DONE' end, 'BCDFGHJK'
      from generate_series(1, ?) n
      """;

  private static final String OLDEST =
      "select (extract(epoch from at) * 1000000)::bigint || '-' || id from activity"
          + " order by at, id offset 50 limit 1";

  private final Connection database;

  AuditRows() throws SQLException {
    database =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(PackagedDemo.DATABASE_PORT),
            "postgres",
            "postgres");
  }

  /** Empties it, adds so many rows, and tells PostgreSQL's planner, as it would in time. */
  void fill(int count) throws SQLException {
    try (Statement statement = database.createStatement();
        PreparedStatement insert = database.prepareStatement(INSERT)) {
      statement.execute("truncate activity");
      insert.setInt(1, count);
      insert.execute();
      statement.execute("vacuum analyze activity");
    }
  }

  /** Where the last page but the oldest 50 rows ended; empty if there are fewer. */
  Optional<String> cursorOfOldest() throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(OLDEST)) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
