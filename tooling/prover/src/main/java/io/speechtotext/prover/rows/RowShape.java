package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.SqlName;
import io.speechtotext.prover.catalog.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A SELECT of whole rows as a table would hold them, of which only those pass that it may hold. */
final class RowShape {

  /** Where a column's value comes from, as SQL. */
  @FunctionalInterface
  interface Source {
    String of(Column column);
  }

  private final Table table;
  private final List<Condition> conditions;
  private final Map<Integer, String> copies;

  /**
   * For a table.
   *
   * @param copies the columns, by number, that equal another one, by its name in SQL
   */
  RowShape(Table table, List<Condition> conditions, Map<Integer, String> copies) {
    this.table = table;
    this.conditions = conditions;
    this.copies = copies;
  }

  /**
   * The rows that pass.
   *
   * @param wanted what to select, separated by commas
   * @param source for every column that is not computed from others
   * @param from what the sources are read from
   * @param extra further expressions that are to be selected along, each after a comma
   */
  String select(String wanted, Source source, String from, String extra) {
    String alias = SqlName.quoted(table.name());
    return "SELECT %s FROM (SELECT *%s FROM (SELECT %s%s FROM %s) AS %s) AS %s%s"
        .formatted(wanted, computed(), plain(source), extra, from, alias, alias, where());
  }

  /** How many rows pass each condition alone, in their order, one column each. */
  String counts(Source source, String from) {
    String counts =
        conditions.stream()
            .map(each -> "count(*) FILTER (WHERE %s)".formatted(RowSql.kept(each.sql())))
            .collect(Collectors.joining(", "));
    return new RowShape(table, List.of(), copies).select(counts, source, from, "");
  }

  private String plain(Source source) {
    return table.columns().stream()
        .filter(column -> !column.isGenerated() && !copies.containsKey(column.number()))
        .map(column -> source.of(column) + " AS " + column.sqlName())
        .collect(Collectors.joining(", "));
  }

  private String computed() {
    StringBuilder expressions = new StringBuilder();
    for (Column column : table.columns()) {
      String sql = column.isGenerated() ? column.defaultSql() : copies.get(column.number());
      if (sql != null) {
        expressions.append(", (%s) AS %s".formatted(RowSql.escaped(sql), column.sqlName()));
      }
    }
    return expressions.toString();
  }

  private String where() {
    return conditions.isEmpty()
        ? ""
        : conditions.stream()
            .map(each -> RowSql.kept(each.sql()))
            .collect(Collectors.joining(" AND ", " WHERE ", ""));
  }
}
