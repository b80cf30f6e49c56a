package io.portico.docs;

import io.portico.database.Database;
import io.portico.testsupport.MarkdownPage;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The runbook's statements, and what runs them as psql does. */
@ApplicationScoped
class RunbookStatements {
  static final MarkdownPage PAGE = MarkdownPage.of(Path.of("docs/how-to/runbook.md"));

  private final Database database;

  RunbookStatements(Database database) {
    this.database = database;
  }

  static List<String> of(String section) {
    return PAGE.blocks().stream()
        .filter(block -> block.language().equals("sql") && block.section().equals(section))
        .map(MarkdownPage.Block::text)
        .toList();
  }

  static Stream<String> all() {
    return PAGE.blocks().stream()
        .filter(block -> block.language().equals("sql"))
        .map(MarkdownPage.Block::text);
  }

  /** Puts values in where psql does ({@code :'name'}), quoted as it quotes them. */
  static String with(Map<String, String> values, String statement) {
    String filled = statement;
    for (Map.Entry<String, String> value : values.entrySet()) {
      String quoted = "'" + value.getValue().replace("'", "''") + "'";
      filled = filled.replace(":'" + value.getKey() + "'", quoted);
    }
    return filled;
  }

  List<Map<String, Object>> rows(String statement, Map<String, String> values) {
    // Jdbi would take colons and question marks for its own.
    return database.transaction(handle -> rows(handle, with(values, statement)));
  }

  private static List<Map<String, Object>> rows(Handle handle, String statement) {
    try (Statement jdbc = handle.getConnection().createStatement()) {
      if (!jdbc.execute(statement)) {
        return List.of();
      }
      List<Map<String, Object>> rows = new ArrayList<>();
      ResultSet result = jdbc.getResultSet();
      while (result.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(statement, e);
    }
  }
}
