package io.speechtotext.prover.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes JSON, HTML-safe and in UTF-8; what all kinds of facts need. Not thread-safe. */
final class Json implements AutoCloseable {

  /** Writes one element of an array. */
  interface Element<T> {
    void write(T value) throws IOException;
  }

  /** Writes the fields of an object. */
  interface Fields {
    void write() throws IOException;
  }

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder().characterEscapes(new HtmlSafe()).build();

  private final JsonGenerator generator;

  private Json(JsonGenerator generator) {
    this.generator = generator;
  }

  /** Indented, a field a line, with line feeds on every machine. */
  static Json indented(OutputStream out) throws IOException {
    JsonGenerator generator = FACTORY.createGenerator(out, JsonEncoding.UTF8);
    generator.setPrettyPrinter(
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter(" ", "\n")));
    return new Json(generator);
  }

  /** On one line; the stream stays open. */
  static Json within(OutputStream out) throws IOException {
    JsonGenerator generator = FACTORY.createGenerator(out, JsonEncoding.UTF8);
    generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    return new Json(generator);
  }

  void beginObject() throws IOException {
    generator.writeStartObject();
  }

  void endObject() throws IOException {
    generator.writeEndObject();
  }

  void beginArray(String name) throws IOException {
    generator.writeArrayFieldStart(name);
  }

  void endArray() throws IOException {
    generator.writeEndArray();
  }

  void object(Fields fields) throws IOException {
    beginObject();
    fields.write();
    endObject();
  }

  void object(String name, Fields fields) throws IOException {
    generator.writeFieldName(name);
    object(fields);
  }

  <T> void array(String name, Collection<T> values, Element<? super T> element) throws IOException {
    beginArray(name);
    for (T value : values) {
      element.write(value);
    }
    endArray();
  }

  void texts(String name, Collection<String> values) throws IOException {
    array(name, values, generator::writeString);
  }

  void text(String value) throws IOException {
    generator.writeString(value);
  }

  void text(String name, @Nullable String value) throws IOException {
    generator.writeStringField(name, value);
  }

  /** As the page's classes and people's options are written: {@code reads-and-writes}. */
  void constant(String name, Enum<?> value) throws IOException {
    text(name, value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  void number(String name, long value) throws IOException {
    generator.writeNumberField(name, value);
  }

  void truth(String name, boolean value) throws IOException {
    generator.writeBooleanField(name, value);
  }

  /** In microseconds; null stays null. */
  void time(String name, @Nullable Duration value) throws IOException {
    if (value == null) {
      generator.writeNullField(name);
    } else {
      number(name, value.toNanos() / 1000);
    }
  }

  void nothing(String name) throws IOException {
    generator.writeNullField(name);
  }

  void flush() throws IOException {
    generator.flush();
  }

  @Override
  public void close() throws IOException {
    generator.close();
  }
}
