package io.portico.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.portico.sandbox.SandboxDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DatabaseTest {
  @Inject Database database;
  @Inject SandboxDatabase postgres;
  @Inject AgroalDataSource dataSource;
  @Inject Flyway flyway;

  private int one() {
    return database.transaction(
        handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
  }

  @Test
  void aDatabaseThatIsAwayIsToldFromAMistake() {
    assertEquals(1, one());
    postgres.goDown();
    try {
      assertThrows(DatabaseUnavailable.class, this::one);
    } finally {
      postgres.comeUp();
    }
    assertEquals(1, one());
    assertThrows(
        UnableToExecuteStatementException.class,
        () -> database.change(handle -> handle.execute("select nonsense")));
  }

  @ParameterizedTest
  @CsvSource({
    "08006, true", "53100, true", "53300, true", "57P01, true", "57014, true", "58030, true",
    "25006, true", "23505, false", "42703, false", "22021, false", "25P02, false", ", false"
  })
  void anOutageIsToldByItsState(String state, boolean outage) {
    assertEquals(outage, Database.isOutage(state));
  }

  @Test
  void aStandbyThatDoesNotWriteYetIsAnOutage() {
    assertThrows(
        DatabaseUnavailable.class,
        () ->
            database.change(
                handle -> {
                  handle.execute("set transaction read only");
                  handle.execute("insert into person values ('s', 'n', '{}', now())");
                }));
  }

  @Test
  void aTransactionThatFailsLeavesNothing() {
    assertThrows(
        IllegalStateException.class,
        () ->
            database.change(
                handle -> {
                  handle.execute("insert into person values ('s', 'n', '{}', now())");
                  throw new IllegalStateException("in the middle");
                }));
    assertEquals(
        0,
        database.<Integer>transaction(
            handle ->
                handle
                    .createQuery("select count(*) from person where subject = 's'")
                    .mapTo(Integer.class)
                    .one()));
  }

  @Test
  void anOlderReleaseStartsBesideNewerTables() {
    database.change(
        handle ->
            handle.execute(
                """
                insert into flyway_schema_history
                values (999, '999', 'of a later release', 'SQL', 'V999__later.sql', 1, 'x', now(), 1,
                  true)
                """));
    try {
      Schema older = new Schema(dataSource, flyway);
      older.start(null);
      assertTrue(older.isReady());
      older.stop(null);
    } finally {
      database.change(
          handle -> handle.execute("delete from flyway_schema_history where version = '999'"));
    }
  }
}
