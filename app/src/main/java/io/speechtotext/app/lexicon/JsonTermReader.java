package io.speechtotext.app.lexicon;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads an array of objects, strictly. Reads one file. */
final class JsonTermReader {

  static final String TERM = "term";
  static final String REPLACEMENT = "replacement";

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final TermRowSink to;
  private long rowsRead;

  JsonTermReader(TermRowSink to) {
    this.to = to;
  }

  void read(Reader from) throws IOException {
    try (JsonParser json = FACTORY.createParser(from)) {
      read(json);
    } catch (StreamReadException e) {
      throw MalformedFile.atRow(rowsRead + 1, "must be JSON");
    } catch (IOException e) {
      throw MalformedFile.orUnreadable(rowsRead + 1, e);
    }
  }

  private void read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      throw MalformedFile.asWhole(
          "must be an array of objects with the members term and replacement");
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      row(json);
    }
    if (json.nextToken() != null) {
      throw MalformedFile.atRow(rowsRead + 1, "must not come after the array's end");
    }
  }

  private void row(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw broken("must be an object");
    }
    String term = null;
    String replacement = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String member = json.currentName();
      json.nextToken();
      switch (member) {
        case TERM -> term = text(json, member);
        case REPLACEMENT -> replacement = text(json, member);
        default -> json.skipChildren();
      }
    }
    String givenTerm = given(term, TERM);
    String givenReplacement = given(replacement, REPLACEMENT);
    rowsRead++;
    to.row(rowsRead, givenTerm, givenReplacement);
  }

  private String text(JsonParser json, String member) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw broken("must have a string as its " + member);
    }
    return json.getText();
  }

  private String given(@Nullable String value, String member) {
    if (value == null) {
      throw broken("must have a member " + member);
    }
    return value;
  }

  private RuntimeException broken(String rule) {
    return MalformedFile.atRow(rowsRead + 1, rule);
  }
}
