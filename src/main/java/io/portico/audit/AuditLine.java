package io.portico.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A record of the audit trail as JSON (RFC 8259) in one line of printable ASCII. */
final class AuditLine {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private AuditLine() {}

  static String of(KeptActivity activity) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", activity.at().toString());
      json.writeStringField("subject", activity.subject());
      json.writeStringField("name", activity.name());
      json.writeStringField("via", activity.via());
      json.writeStringField("action", activity.action());
      json.writeStringField("resource", activity.resource());
      json.writeStringField("detail", activity.detail());
      json.writeStringField("result", activity.result());
      json.writeStringField("request", activity.request());
      json.writeStringField("id", activity.id().toString());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A StringWriter takes everything", e);
    }
    return line.toString();
  }
}
