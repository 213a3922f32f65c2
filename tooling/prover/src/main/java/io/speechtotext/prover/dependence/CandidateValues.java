package io.speechtotext.prover.dependence;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Values at the edges of a type, as SQL literals: those that people forget. */
final class CandidateValues {

  private static final int LONG = 1000;
  // What a length is stored with in a type's modifier.
  private static final int HEADER = 4;

  // By how the type's name begins; the first that fits.
  private static final List<Map.Entry<String, List<String>>> BY_TYPE =
      List.of(
          Map.entry("smallint", List.of("-1", "0", "1", "32767")),
          Map.entry("int", List.of("-1", "0", "1", "2000000000")),
          Map.entry("bigint", List.of("-1", "0", "1", "2000000000000000")),
          Map.entry("numeric", List.of("-1", "0", "1", "1000", "1000000000", "NaN")),
          Map.entry("double", List.of("-1", "0", "2", "1e300", "NaN")),
          Map.entry("real", List.of("-1", "0", "2", "1e30", "NaN")),
          Map.entry("boolean", List.of("false", "true")),
          Map.entry("date", List.of("1900-01-01", "9999-12-31", "infinity")),
          Map.entry("timestamp", List.of("1900-01-01", "9999-12-31", "infinity")),
          Map.entry("interval", List.of("-1 day", "0", "1000 years")),
          Map.entry("json", List.of("null", "{}", "[]", "0")),
          Map.entry("uuid", List.of("00000000-0000-0000-0000-000000000000")),
          Map.entry("bytea", List.of("", "\\x00")),
          Map.entry("text", List.of("", " ", "x", "0", "Ä")),
          Map.entry("character", List.of("", " ", "x", "0", "Ä")));

  private CandidateValues() {}

  /** Those of a column, NULL last. */
  static List<String> of(Column column, Catalog catalog) {
    return Stream.concat(
            literals(column, catalog).stream().map(value -> cast(value, column)), Stream.of("NULL"))
        .toList();
  }

  private static List<String> literals(Column column, Catalog catalog) {
    if (column.type().endsWith("[]")) {
      return List.of("{}");
    }
    List<String> labels =
        catalog.types().stream()
            .filter(type -> type.oid() == column.typeOid())
            .flatMap(type -> type.labels().stream())
            .toList();
    if (!labels.isEmpty()) {
      return labels;
    }
    Stream<String> ofType = ofType(column.type().toLowerCase(Locale.ROOT)).stream();
    return (isText(column) ? Stream.concat(ofType, Stream.of(longest(column))) : ofType).toList();
  }

  private static String longest(Column column) {
    int limit = column.typeModifier() - HEADER;
    return "x".repeat(limit > 0 ? Math.min(limit, LONG) : LONG);
  }

  private static boolean isText(Column column) {
    return column.type().startsWith("character") || column.type().equals("text");
  }

  private static List<String> ofType(String type) {
    return BY_TYPE.stream()
        .filter(entry -> type.startsWith(entry.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(List.of());
  }

  // An assignment refuses what is too long; an explicit cast would cut it off.
  private static String cast(String value, Column column) {
    String literal = "'" + value.replace("'", "''") + "'";
    return isText(column) ? literal : "CAST(%s AS %s)".formatted(literal, column.type());
  }
}
