package io.portico.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Records as CSV (RFC 4180) in UTF-8, newest first, asked for while they are written. */
final class ActivityCsv implements StreamingOutput {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "time",
              "subject",
              "name",
              "via",
              "action",
              "resource",
              "detail",
              "result",
              "request",
              "id")
          .get();

  private static final String FORMULA = "=+-@\t\r";

  private final Function<Optional<Cursor>, List<KeptActivity>> pages;
  private final int most;
  private final List<KeptActivity> first;

  /**
   * Asks for the first page at once, so that a failure is still an answer of its own.
   *
   * @param pages the records after a cursor; an empty page is the end
   * @param most how many records to write at most
   */
  ActivityCsv(Function<Optional<Cursor>, List<KeptActivity>> pages, int most) {
    this.pages = pages;
    this.most = most;
    first = pages.apply(Optional.empty());
  }

  @Override
  public void write(OutputStream output) throws IOException {
    CSVPrinter csv =
        new CSVPrinter(new BufferedWriter(new OutputStreamWriter(output, UTF_8)), FORMAT);
    List<KeptActivity> page = first;
    int room = most;
    while (!page.isEmpty() && room > 0) {
      for (KeptActivity activity : page.subList(0, Math.min(room, page.size()))) {
        csv.printRecord(cells(activity));
      }
      room -= page.size();
      page = pages.apply(Optional.of(Cursor.after(page.get(page.size() - 1))));
    }
    csv.flush();
  }

  private static Stream<String> cells(KeptActivity activity) {
    return Stream.of(
            activity.at().toString(),
            activity.subject(),
            activity.name(),
            activity.via(),
            activity.action(),
            activity.resource(),
            activity.detail(),
            activity.result(),
            activity.request(),
            activity.id().toString())
        .map(ActivityCsv::harmless);
  }

  /** Spreadsheets run what looks like a formula (OWASP, CSV Injection). */
  private static String harmless(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
