package io.portico.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PostgreSQL reads no more of a long trail than a page shows. */
@QuarkusTest
class ActivityPlanTest {
  private static final Pattern REMOVED = Pattern.compile("Rows Removed by Filter\": (\\d+)");

  /** One each minute; what is rare is the oldest. */
  private static final String TRAIL =
      """
      insert into activity
      select now() - n * interval '1 minute', gen_random_uuid(), 'person-' || n % 100, 'Person',
        'session', case n when 20000 then 'STOP' else 'WRITE' end, 'mlflow/s' || n % 10, '',
        case n when 20000 then 'FAILED' else 'DONE' end, ''
      from generate_series(1, 20000) n
      """;

  @Inject Database database;

  private static ActivityFilter filter(String action, String result) {
    return new ActivityFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(action),
        Optional.empty(),
        Optional.ofNullable(result),
        Optional.empty(),
        Optional.empty());
  }

  private static String plan(Handle handle, ActivityFilter filter) {
    return handle
        .createQuery(
            "explain (analyze, format json) " + ActivityTable.select(filter, Optional.empty()))
        .bindMap(filter.values())
        .bindMap(Map.of("count", 51))
        .mapTo(String.class)
        .one();
  }

  @ParameterizedTest
  @CsvSource({",", "STOP,", ",FAILED", "STOP,FAILED", "TOKEN_REVOKED,", ",DENIED"})
  void whatIsRareIsFoundByAnIndex(String action, String result) {
    String plan =
        database.transaction(
            handle -> {
              handle.execute(TRAIL);
              handle.execute("analyze activity");
              String found = plan(handle, filter(action, result));
              handle.rollback();
              return found;
            });
    long removed =
        REMOVED
            .matcher(plan)
            .results()
            .map(MatchResult::group)
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum();
    assertEquals(0, removed, plan);
  }
}
