package io.speechtotext.prover.oldcode;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The statements that records generated from the former version send for a table: each column by
 * its name, each value cast to its former type, each row by its primary key. The values are those
 * of a row of that version; without any, they are NULL.
 */
final class OldStatements {

  private final Table table;
  private final Map<Column, String> values;

  private OldStatements(Table table, Map<Column, String> values) {
    this.table = table;
    this.values = values;
  }

  /** For a table as it was, with a row as it was. */
  static List<OldStatement> of(Table table, Connection atOld) throws SQLException {
    return new OldStatements(table, values(table, atOld)).all();
  }

  private static Map<Column, String> values(Table table, Connection atOld) throws SQLException {
    Map<Column, String> values = new HashMap<>();
    if (table.columns().isEmpty()) {
      return values;
    }
    String columns =
        table.columns().stream()
            .map(column -> column.sqlName() + "::text")
            .collect(Collectors.joining(", "));
    try (Statement statement = atOld.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT %s FROM %s LIMIT 1".formatted(columns, table.sqlName()))) {
      if (row.next()) {
        for (int i = 0; i < table.columns().size(); i++) {
          String value = row.getString(i + 1);
          if (value != null) {
            values.put(table.columns().get(i), "'" + value.replace("'", "''") + "'");
          }
        }
      }
    }
    return values;
  }

  private List<OldStatement> all() {
    Predicate<Column> isWritable =
        column -> !column.isGenerated() && !column.identity().equals("a");
    List<Column> writable = table.columns().stream().filter(isWritable).toList();
    List<Column> required =
        writable.stream().filter(column -> column.notNull() && !column.hasDefault()).toList();
    List<OldStatement> all = new ArrayList<>();
    all.add(select());
    all.add(insert("an INSERT of every column", writable));
    all.add(insert("an INSERT of the required columns", required));
    if (!writable.isEmpty()) {
      all.add(update(writable));
    }
    all.add(
        new OldStatement(
            "a DELETE",
            "DELETE FROM %s WHERE %s".formatted(table.sqlName(), key()),
            false,
            List.of()));
    return all;
  }

  private OldStatement select() {
    return new OldStatement(
        "a SELECT of every column",
        "SELECT %s FROM %s LIMIT 1".formatted(names(table.columns()), table.sqlName()),
        false,
        List.of());
  }

  private OldStatement insert(String name, List<Column> columns) {
    String what =
        columns.isEmpty()
            ? "DEFAULT VALUES"
            : "(%s) VALUES (%s)"
                .formatted(
                    names(columns),
                    columns.stream().map(this::value).collect(Collectors.joining(", ")));
    List<Column> leftOut =
        table.columns().stream().filter(column -> !columns.contains(column)).toList();
    return new OldStatement(
        name, "INSERT INTO %s %s".formatted(table.sqlName(), what), true, leftOut);
  }

  private OldStatement update(List<Column> columns) {
    String assignments =
        columns.stream()
            .map(column -> column.sqlName() + " = " + value(column))
            .collect(Collectors.joining(", "));
    return new OldStatement(
        "an UPDATE of every column",
        "UPDATE %s SET %s WHERE %s".formatted(table.sqlName(), assignments, key()),
        false,
        List.of());
  }

  private String key() {
    return table.constraints().stream()
        .filter(constraint -> constraint.kind() == Constraint.Kind.PRIMARY_KEY)
        .findFirst()
        .map(
            constraint ->
                constraint.columns().stream()
                    .map(table::column)
                    .flatMap(Optional::stream)
                    .map(column -> column.sqlName() + " = " + value(column))
                    .collect(Collectors.joining(" AND ")))
        .orElse("false");
  }

  private String value(Column column) {
    return "CAST(%s AS %s)".formatted(values.getOrDefault(column, "NULL"), column.type());
  }

  private static String names(List<Column> columns) {
    return columns.stream().map(Column::sqlName).collect(Collectors.joining(", "));
  }
}
