package io.portico.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replicas of the release before work on while the tables are already those of the next. */
class MigrationsTest {
  private static final Pattern TAKES_AWAY =
      Pattern.compile(
          "(?i)\\b(drop\\s+(table|column|view|sequence)|rename\\s|alter\\s+column"
              + "|truncate\\s|delete\\s+from)");

  /** A new column of a table that is there already, which older releases do not fill. */
  private static final Pattern DEMANDS =
      Pattern.compile("(?is)\\badd\\s+column\\b(?=[^;,]*\\bnot\\s+null\\b)(?![^;,]*\\bdefault\\b)");

  private static boolean onlyAdds(String sql) {
    return !TAKES_AWAY.matcher(sql).find() && !DEMANDS.matcher(sql).find();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theyOnlyAdd() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("src/main/resources/db/migration"))) {
      List<Path> files = all.toList();
      assertTrue(files.size() >= 8, files.toString());
      assertEquals(List.of(), files.stream().filter(file -> !onlyAdds(read(file))).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table person",
        "alter table person drop column name",
        "ALTER TABLE person\n  RENAME name TO title",
        "alter table person alter column name type varchar(10)",
        "alter table person add column age int not null",
        "delete from activity"
      })
  void whatAnOlderReleaseWouldMissIsFound(String sql) {
    assertTrue(!onlyAdds(sql), sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table person add column age int",
        "alter table person add column age int not null default 0, add column nick text",
        "create table t (a text not null)",
        "alter table person drop constraint c"
      })
  void whatItNeedNotKnowIsLet(String sql) {
    assertTrue(onlyAdds(sql), sql);
  }
}
