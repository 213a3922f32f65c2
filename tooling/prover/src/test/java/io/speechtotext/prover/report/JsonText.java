package io.speechtotext.prover.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON into maps, lists, texts, numbers and booleans. */
final class JsonText {

  private final JsonParser parser;

  private JsonText(JsonParser parser) {
    this.parser = parser;
  }

  /** The one object that the text holds. */
  static Map<String, Object> parse(String text) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      parser.nextToken();
      Map<String, Object> object = new JsonText(parser).object();
      if (parser.nextToken() != null) {
        throw new IOException("more follows at " + parser.currentLocation());
      }
      return object;
    }
  }

  /** A field that is an object. */
  static Map<String, Object> in(Map<String, Object> object, String name) {
    return asObject(object.get(name), name);
  }

  /** A field that is an array of objects. */
  static List<Map<String, Object>> objects(Map<String, Object> object, String name) {
    if (!(object.get(name) instanceof List<?> list)) {
      throw new AssertionError(name + " is no array");
    }
    return list.stream().map(each -> asObject(each, name)).toList();
  }

  @SuppressWarnings("unchecked") // the parser below makes no other maps
  private static Map<String, Object> asObject(@Nullable Object value, String name) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new AssertionError(name + " is no object");
    }
    return (Map<String, Object>) map;
  }

  private Map<String, Object> object() throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      Object value = value();
      if (value != null) {
        object.put(name, value);
      }
    }
    return object;
  }

  private List<Object> array() throws IOException {
    List<Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Object value = value();
      if (value != null) {
        array.add(value);
      }
    }
    return array;
  }

  private @Nullable Object value() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }
}
