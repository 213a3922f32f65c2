package io.speechtotext.app.lexicon;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;

/** Writes an array of objects, each on a line of its own. */
final class JsonTermWriter implements TermWriter {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator json;

  JsonTermWriter(Writer to) throws IOException {
    json = FACTORY.createGenerator(to);
    json.setPrettyPrinter(new LineForEach());
    json.writeStartArray();
  }

  @Override
  public void row(String term, String replacement) throws IOException {
    json.writeStartObject();
    json.writeStringField(JsonTermReader.TERM, term);
    json.writeStringField(JsonTermReader.REPLACEMENT, replacement);
    json.writeEndObject();
  }

  @Override
  public void finish() throws IOException {
    json.writeEndArray();
    json.writeRaw('\n');
    json.close();
  }

  private static final class LineForEach extends MinimalPrettyPrinter {

    private static final long serialVersionUID = 1L;

    @Override
    public void beforeArrayValues(JsonGenerator generator) throws IOException {
      generator.writeRaw('\n');
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator generator) throws IOException {
      generator.writeRaw(",\n");
    }

    @Override
    public void writeEndArray(JsonGenerator generator, int values) throws IOException {
      generator.writeRaw(values == 0 ? "]" : "\n]");
    }
  }
}
