package io.portico.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.testsupport.Eventually;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Test;

class SchemaTest {
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger migrations = new AtomicInteger();

  private final DataSource awayOnce =
      fake(
          DataSource.class,
          () -> {
            if (connections.incrementAndGet() == 1) {
              throw new SQLException("away");
            }
            return fake(Connection.class, () -> null);
          });

  private final Flyway brokenOnce =
      new Flyway(Flyway.configure().dataSource(awayOnce)) {
        @Override
        public MigrateResult migrate() {
          if (migrations.incrementAndGet() == 1) {
            throw new FlywayException("away in the middle");
          }
          return null;
        }
      };

  private interface Answer {
    Object get() throws SQLException;
  }

  private static <T> T fake(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                method.getName().equals("toString") ? type.getName() : answer.get()));
  }

  @Test
  void aDatabaseThatLeavesDuringTheMigrationIsTriedAgain() {
    Schema schema = new Schema(awayOnce, brokenOnce, Duration.ofMillis(1));
    schema.start(null);
    Eventually.equal(true, schema::isReady);
    assertEquals(2, migrations.get());
    schema.stop(null);
  }
}
