package io.speechtotext.prover.rows;

import java.util.List;
import java.util.stream.Collectors;

/** How PostgreSQL writes a value within a value. */
final class Literals {

  private Literals() {}

  /** In double quotes, as elements of arrays, fields of rows and bounds of ranges may be. */
  static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  static String array(List<String> elements, char delimiter) {
    return elements.stream()
        .map(Literals::quoted)
        .collect(Collectors.joining(String.valueOf(delimiter), "{", "}"));
  }

  static String row(List<String> fields) {
    return fields.stream().map(Literals::quoted).collect(Collectors.joining(",", "(", ")"));
  }
}
