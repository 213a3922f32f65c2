package io.speechtotext.migrator.guard;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table, as a script names it.
 *
 * @param parts schema and name, or the name alone, which the search path completes
 */
public record TableName(List<String> parts) {

  /** Copies the list. */
  public TableName {
    parts = List.copyOf(parts);
  }

  TableName renamed(String name) {
    List<String> schema = parts.subList(0, parts.size() - 1);
    return new TableName(
        schema.isEmpty() ? List.of(name) : List.of(schema.get(schema.size() - 1), name));
  }

  /** With every part in quotes. */
  @Override
  public String toString() {
    return parts.stream()
        .map(part -> '"' + part.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining("."));
  }
}
