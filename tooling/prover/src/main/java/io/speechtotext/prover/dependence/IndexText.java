package io.speechtotext.prover.dependence;

import io.speechtotext.migrator.script.SqlToken;
import io.speechtotext.migrator.script.SqlTokenizer;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.rewrite.MaskedSql;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads an index's definition as PostgreSQL prints it. */
final class IndexText {

  // What may stand behind a key: collation, operator class, order.
  private static final String DECORATION =
      "(?: COLLATE \\S+)?(?: \\S+_ops)?(?: DESC)?(?: NULLS (?:FIRST|LAST))?$";

  private static final Pattern KEYS = Pattern.compile("\\sUSING\\s+\\S+\\s+(?<keys>p+)");

  private IndexText() {}

  /**
   * The columns that it is about in whatever way, the predicate's included; for a generated column
   * those that it is computed from, as it cannot be written.
   */
  static List<Column> columns(Table table, String definition) {
    return mentioned(table, definition.substring(definition.indexOf(" USING ")))
        .flatMap(
            column ->
                column.isGenerated() && column.defaultSql() != null
                    ? mentioned(table, column.defaultSql())
                    : Stream.of(column))
        .distinct()
        .toList();
  }

  private static Stream<Column> mentioned(Table table, String sql) {
    Set<String> names =
        SqlTokenizer.tokens(sql).stream()
            .filter(SqlToken::isName)
            .map(SqlToken::text)
            .collect(Collectors.toSet());
    return table.columns().stream().filter(column -> names.contains(column.name()));
  }

  /** The keys as SQL: column names, and expressions. */
  static List<String> keys(String definition) {
    MaskedSql masked = MaskedSql.of(definition);
    Matcher keys = masked.matcher(KEYS);
    if (!keys.find()) {
      throw new IllegalArgumentException("no index: " + definition);
    }
    String inside = definition.substring(keys.start("keys") + 1, keys.end("keys") - 1);
    return MaskedSql.of(inside).list(0).stream()
        .map(key -> key.replaceFirst(DECORATION, ""))
        .toList();
  }
}
