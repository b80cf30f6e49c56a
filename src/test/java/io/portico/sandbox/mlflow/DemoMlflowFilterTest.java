package io.portico.sandbox.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.sandbox.mlflow.search.Field;
import io.portico.sandbox.mlflow.search.Filter;
import io.portico.sandbox.mlflow.search.InvalidSearchException;
import io.portico.sandbox.mlflow.search.Paging;
import io.portico.sandbox.mlflow.search.Query;
import io.portico.sandbox.mlflow.search.Searchable;
import io.portico.sandbox.mlflow.search.Value;
import io.portico.sandbox.mlflow.search.Vocabulary;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language is that of MLflow's documentation, "Search Runs". */
class DemoMlflowFilterTest {
  private static final Searchable RUN =
      run(
          Map.ofEntries(
              Map.entry("METRIC acc", new Value.Numeric(0.93)),
              Map.entry("METRIC val/loss 2", new Value.Numeric(-1.5e-3)),
              Map.entry("METRIC broken", new Value.Numeric(Double.NaN)),
              Map.entry("PARAMETER x", new Value.Text("y")),
              Map.entry("PARAMETER learning rate", new Value.Text("0.1")),
              Map.entry("TAG z", new Value.Text("Banana")),
              Map.entry("TAG mlflow.source.name", new Value.Text("train.py")),
              Map.entry("ATTRIBUTE run_id", new Value.Text("r1")),
              Map.entry("ATTRIBUTE run_name", new Value.Text("first try")),
              Map.entry("ATTRIBUTE status", new Value.Text("FINISHED")),
              Map.entry("ATTRIBUTE start_time", new Value.Numeric(1_700_000_000_000.0))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "metrics.acc > 0.9 and params.\"x\" = 'y' and tags.z LIKE '%a%' and attributes.status = 'FINISHED' | true",
        "metrics.acc>0.9 AND metrics.acc<1 | true",
        "metric.acc >= .93 | true",
        "metrics.acc <= 0.92 | false",
        "metrics.acc = 0.93 | true",
        "metrics.acc != 0.93 | false",
        "metrics.`val/loss 2` < 0 | true",
        "metrics.\"val/loss 2\" > -2e-3 | true",
        "metrics.broken > 0 | false",
        "metrics.absent != 1 | false",
        "params.x != 'y' | false",
        "parameter.x = \"y\" | true",
        "params.`learning rate` = '0.1' | true",
        "params.absent != 'y' | false",
        "tags.mlflow.source.name = 'train.py' | true",
        "tag.z LIKE 'b%' | false",
        "tag.z ILIKE 'b%' | true",
        "tags.z like '_anana' | true",
        "tags.z LIKE 'anana' | false",
        "tags.z LIKE '%an%an%' | true",
        "tags.z LIKE '%an%an%an%' | false",
        "status = 'FINISHED' | true",
        "attr.status != 'FAILED' | true",
        "attribute.`run name` = 'first try' | true",
        "`Run name` = 'first try' | true",
        "run_id IN ('r0', 'r1') | true",
        "attributes.run_id not in ('r0','r1') | false",
        "start_time > 1699999999999 | true",
        "created >= 1700000000001 | false",
        "run.run_name = 'first try' | true",
        "params.x = 'and or (' | false",
        "^^ | true",
        "^   ^ | true",
      })
  void aFilterAcceptsWhatFulfilsAllItsConditions(String filter, boolean accepted) {
    assertEquals(accepted, Filter.parse(filter, Vocabulary.RUNS).accepts(RUN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metrics.acc",
        "metrics.acc >",
        "metrics.acc > '0.9'",
        "metrics.acc > banana",
        "metrics.acc > 0.9.1",
        "metrics.acc > 1e",
        "metrics.acc LIKE 1",
        "metrics. > 1",
        "metrics.\"\" > 1",
        "metrics.acc > 1 and",
        "and metrics.acc > 1",
        "metrics.acc > 1 metrics.acc < 2",
        "metrics.acc > 1 or metrics.acc < 2",
        "(metrics.acc > 1)",
        "not metrics.acc > 1",
        "params.x = y",
        "params.x = 'y",
        "params.x > 'y'",
        "params.x == 'y'",
        "params.x IN ('y')",
        "tags.z = 1",
        "tags.z = `z`",
        "run_id IN ()",
        "run_id IN ('a'",
        "run_id IN ('a',)",
        "run_id IN 'a'",
        "run_id NOT LIKE 'a'",
        "start_time IN (1)",
        "start_time = 'today'",
        "nonsense.acc > 1",
        "acc > 1",
        "status = 'FINISHED'; DROP TABLE runs",
        "status = 'FINISHED' -- and more",
        "'status' = 'FINISHED'",
        "🦆 = 'duck'",
        "\u0000",
        "%",
      })
  void whatIsNoFilterIsRefusedWithAReason(String filter) {
    InvalidSearchException refusal =
        assertThrows(InvalidSearchException.class, () -> Filter.parse(filter, Vocabulary.RUNS));
    assertFalse(refusal.getMessage().isBlank());
  }

  @Test
  void aReasonNamesWhatWasExpectedAndWhatWasFound() {
    assertEquals(
        "Expected a number but found 'banana'",
        assertThrows(
                InvalidSearchException.class,
                () -> Filter.parse("metrics.acc > banana", Vocabulary.RUNS))
            .getMessage());
  }

  @Test
  void experimentsHaveNoMetrics() {
    assertThrows(
        InvalidSearchException.class,
        () -> Filter.parse("metrics.acc > 1", Vocabulary.EXPERIMENTS));
  }

  @Test
  void hostileTextsCostNoMoreThanTheirLength() {
    Searchable longTag = run(Map.of("TAG z", new Value.Text("a".repeat(5_000))));
    String pattern = "%a".repeat(1_000) + "b";
    String conditions = "tags.z = 'b' and ".repeat(20_000) + "tags.z = 'b'";
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertFalse(
              Filter.parse("tags.z LIKE '" + pattern + "'", Vocabulary.RUNS).accepts(longTag));
          assertFalse(Filter.parse(conditions, Vocabulary.RUNS).accepts(longTag));
          for (String noise : List.of("(", "9", "'", "`", "a.", "1e", " ", "!")) {
            try {
              Filter.parse(noise.repeat(200_000), Vocabulary.RUNS);
            } catch (InvalidSearchException refusal) {
              assertTrue(refusal.getMessage().length() > 0);
            }
          }
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metrics.acc | 0.1 0.5 0.9 none NaN",
        "metrics.acc ASC | 0.1 0.5 0.9 none NaN",
        "metrics.`acc` desc | 0.9 0.5 0.1 none NaN",
        "params.name DESC | none NaN 0.9 0.5 0.1",
      })
  void anOrderPutsWhatHasNoValueLast(String order, String expected) {
    Query query = Query.parse("", List.of(order), new Paging(0, 10), Vocabulary.RUNS);
    Stream<Searchable> runs =
        Stream.of(
            named("none", null),
            named("0.5", 0.5),
            named("NaN", Double.NaN),
            named("0.9", 0.9),
            named("0.1", 0.1));
    Comparator<Searchable> asTheyCame = (left, right) -> 0;
    List<String> names =
        query.page(runs, asTheyCame).items().stream().map(DemoMlflowFilterTest::name).toList();
    assertEquals(List.of(expected.split(" ")), names);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "metrics.acc UP", "metrics.acc DESC ASC", "metrics", "banana", "1"})
  void whatIsNoOrderIsRefused(String order) {
    assertThrows(
        InvalidSearchException.class,
        () -> Query.parse("", List.of(order), new Paging(0, 10), Vocabulary.RUNS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"banana", "🦆", "OTk5OTk5OTk5OTk5", "Lw"})
  void aPageTokenThatWasNeverHandedOutIsRefused(String token) {
    assertThrows(InvalidSearchException.class, () -> Paging.of(token, 10));
  }

  private static Searchable run(Map<String, Value> values) {
    return field -> Optional.ofNullable(values.get(field.kind() + " " + field.name()));
  }

  private static Searchable named(String name, Double accuracy) {
    Value text = new Value.Text(name);
    return run(
        accuracy == null
            ? Map.of("PARAMETER name", text)
            : Map.of("PARAMETER name", text, "METRIC acc", new Value.Numeric(accuracy)));
  }

  private static String name(Searchable run) {
    return run.value(new Field(Field.Kind.PARAMETER, "name"))
        .map(value -> ((Value.Text) value).content())
        .orElseThrow();
  }
}
