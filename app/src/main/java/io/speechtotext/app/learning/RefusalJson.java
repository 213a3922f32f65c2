package io.speechtotext.app.learning;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** What a correction's metadata say of its parts that became no terms. */
final class RefusalJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private RefusalJson() {}

  /** {@code {"refused_terms": [{"term": "a", "replacement": "a", "reason": "self_reference"}]}}. */
  static String of(List<RefusedTerm> refused) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeArrayFieldStart("refused_terms");
      for (RefusedTerm each : refused) {
        write(json, each);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, RefusedTerm refused) throws IOException {
    json.writeStartObject();
    if (refused.term() != null) {
      json.writeStringField("term", refused.term().term());
      json.writeStringField("replacement", refused.term().replacement());
    }
    json.writeStringField("reason", refused.reason().value());
    json.writeEndObject();
  }
}
