package io.portico.agents;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Reads and writes rows of the table published_document. */
final class DocumentRows {
  private static final Map<Coding, String> COLUMNS =
      Map.of(Coding.IDENTITY, "content", Coding.GZIP, "gzip", Coding.BROTLI, "br");

  private DocumentRows() {}

  static Document document(RowView row) {
    Map<Coding, byte[]> bodies = new EnumMap<>(Coding.class);
    COLUMNS.forEach(
        (coding, column) -> {
          byte[] body = row.getColumn(column, byte[].class);
          if (body != null) {
            bodies.put(coding, body);
          }
        });
    return new Document(
        row.getColumn("path", String.class),
        row.getColumn("media_type", String.class),
        row.getColumn("etag", String.class),
        bodies);
  }

  static PreparedBatch bind(PreparedBatch batch, UUID edition, Document document) {
    COLUMNS.forEach((coding, column) -> batch.bind(column, document.bodies().get(coding)));
    return batch
        .bind("edition", edition)
        .bind("path", document.path())
        .bind("mediaType", document.mediaType())
        .bind("digest", document.digest());
  }
}
