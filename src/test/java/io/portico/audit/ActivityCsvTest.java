package io.portico.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.database.DatabaseUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityCsvTest {
  private static final UUID ID = new UUID(0, 1);

  private static KeptActivity named(String name) {
    return new KeptActivity(
        Activities.NOON, ID, "s-1", name, "session", "WRITE", "mlflow/churn", "", "DONE", "R1");
  }

  private static String csv(Function<Optional<Cursor>, List<KeptActivity>> pages, int most)
      throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    new ActivityCsv(pages, most).write(output);
    return output.toString(UTF_8);
  }

  private static String row(String name) throws IOException {
    String csv = csv(cursor -> cursor.isEmpty() ? List.of(named(name)) : List.of(), 10);
    return csv.substring(csv.indexOf("\r\n") + 2);
  }

  @Test
  void theFirstLineNamesTheColumnsAndLinesEndAsInRfc4180() throws IOException {
    assertEquals(
        "time,subject,name,via,action,resource,detail,result,request,id\r\n"
            + "2026-05-04T12:00:00.000001Z,s-1,Jörg,session,WRITE,mlflow/churn,,DONE,R1,"
            + ID
            + "\r\n",
        csv(cursor -> cursor.isEmpty() ? List.of(named("Jörg")) : List.of(), 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
  void noCellBeginsLikeAFormula(String hostile) throws IOException {
    String row = row(hostile);
    assertTrue(row.contains(",'" + hostile + ",") || row.contains(",\"'" + hostile + "\","), row);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Smith, J.|,\"Smith, J.\",", "the \"boss\"|,\"the \"\"boss\"\"\",", "a=b|,a=b,"})
  void separatorsAndQuotesStayInsideOfTheirCell(String name, String cell) throws IOException {
    assertTrue(row(name).contains(cell), row(name));
  }

  @Test
  void itGoesOnFromPageToPageUpToTheMostItHolds() throws IOException {
    List<KeptActivity> page = IntStream.range(0, 10).mapToObj(i -> named("n" + i)).toList();
    assertEquals(1 + 25, csv(cursor -> page, 25).lines().count());
    Cursor end = Cursor.after(page.get(9));
    assertEquals(
        1 + 10,
        csv(cursor -> cursor.equals(Optional.of(end)) ? List.of() : page, 25).lines().count());
  }

  @Test
  void aDatabaseThatIsAwayIsToldBeforeTheFirstByte() {
    assertThrows(
        DatabaseUnavailable.class,
        () ->
            new ActivityCsv(
                cursor -> {
                  throw new DatabaseUnavailable("away", null);
                },
                10));
  }
}
