package io.speechtotext.migrator.guard;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes values into SQL. */
final class SqlText {

  private SqlText() {}

  static String literal(@Nullable String text) {
    if (text == null) {
      return "NULL";
    }
    String quoted = "'" + text.replace("'", "''") + "'";
    return text.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
  }

  /** A statement that runs a block of PL/pgSQL. */
  static String block(String name, String body) {
    String quote = "$" + name + "$";
    while (body.contains(quote)) {
      quote = quote.substring(0, quote.length() - 1) + "_$";
    }
    return "DO " + quote + "\n" + body.strip() + "\n" + quote;
  }

  /** The drops as rows: version, table, column, and whether they may be missing. */
  static String rows(List<UndoDrops> undos) {
    return undos.stream()
        .flatMap(undo -> undo.drops().stream().map(drop -> row(undo, drop)))
        .collect(Collectors.joining(",\n"));
  }

  // The first row's NULL has to have a type.
  private static String row(UndoDrops undo, Drop drop) {
    return "            (%s, %s, %s::text, %s)"
        .formatted(
            literal(undo.version().toString()),
            literal(drop.table().toString()),
            literal(drop.column()),
            drop.mayBeMissing());
  }
}
