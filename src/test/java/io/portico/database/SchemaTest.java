package io.portico.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

  private Flyway brokenOnce(FlywayException failure) {
    return new Flyway(Flyway.configure().dataSource(awayOnce)) {
      @Override
      public MigrateResult migrate() {
        if (migrations.incrementAndGet() == 1) {
          throw failure;
        }
        return null;
      }
    };
  }

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
    FlywayException middle = new FlywayException("away in the middle");
    Schema schema = new Schema(awayOnce, brokenOnce(middle), Duration.ofMillis(1));
    schema.start(null);
    Eventually.equal(true, schema::isReady);
    assertEquals(2, migrations.get());
    schema.stop(null);
  }

  @Test
  void aStandbyThatDoesNotWriteYetKeepsNobodyFromStarting() {
    connections.set(1);
    FlywayException standby =
        new FlywayException("read-only", new SQLException("standby", "25006"));
    Schema schema = new Schema(awayOnce, brokenOnce(standby), Duration.ofMillis(1));
    schema.start(null);
    Eventually.equal(true, schema::isReady);
    schema.stop(null);
  }

  @Test
  void aMigrationThatIsWrongEndsTheStart() {
    connections.set(1);
    FlywayException wrong = new FlywayException("wrong", new SQLException("syntax", "42601"));
    Schema schema = new Schema(awayOnce, brokenOnce(wrong), Duration.ofMillis(1));
    assertThrows(FlywayException.class, () -> schema.start(null));
    assertFalse(schema.isReady());
    schema.stop(null);
  }
}
