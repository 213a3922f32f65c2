package io.speechtotext.app.feedback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What follows from a correction as JSON. */
final class CorrectionJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private CorrectionJson() {}

  static String diff(Words original, Words corrected, List<Change> changes) {
    return written(
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("words");
          for (Change change : changes) {
            json.writeStartObject();
            json.writeNumberField("at", change.from());
            json.writeStringField("from", original.between(change.from(), change.to()));
            json.writeStringField(
                "to", corrected.between(change.correctedFrom(), change.correctedTo()));
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  static String terms(List<CorrectedTerm> terms) {
    return written(
        json -> {
          json.writeStartArray();
          for (CorrectedTerm term : terms) {
            json.writeStartObject();
            json.writeStringField("term", term.term());
            json.writeStringField("replacement", term.replacement());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /** Reads what {@link #terms} wrote, and passes over what somebody else wrote otherwise. */
  static List<CorrectedTerm> terms(String written) {
    List<CorrectedTerm> terms = new ArrayList<>();
    try (JsonParser json = FACTORY.createParser(written)) {
      if (json.nextToken() == JsonToken.START_ARRAY) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          term(json).ifPresent(terms::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }

  // Begins at an element of the array, and ends at its end.
  private static Optional<CorrectedTerm> term(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return Optional.empty();
    }
    Map<String, String> texts = new HashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        texts.put(field, json.getText());
      }
      json.skipChildren();
    }
    return Optional.ofNullable(texts.get("term"))
        .flatMap(
            term ->
                Optional.ofNullable(texts.get("replacement"))
                    .map(replacement -> new CorrectedTerm(term, replacement)));
  }

  private static String written(Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  @FunctionalInterface
  private interface Writing {

    void to(JsonGenerator json) throws IOException;
  }
}
