package io.speechtotext.prover.dependence;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Changes one column of one row until a query finds a row: the one that breaks the rule. */
final class ChangedRow implements Sabotage {

  // Where other constraints forbid the change in one row, they may allow it in another.
  private static final int ROWS = 5;

  private final Catalog catalog;
  private final Table table;
  private final List<Column> columns;
  private final String offenders;

  ChangedRow(Catalog catalog, Table table, List<Column> columns, String offenders) {
    this.catalog = catalog;
    this.table = table;
    this.columns = List.copyOf(columns);
    this.offenders = offenders;
  }

  @Override
  public Optional<String> on(Connection connection) throws SQLException {
    Tentative tentative = new Tentative(connection);
    if (tentative.finds(offenders)) {
      return Optional.of("rows of %s that are there".formatted(table));
    }
    for (int row = 0; row < ROWS; row++) {
      for (Column column : columns) {
        for (String value : CandidateValues.of(column, catalog)) {
          if (tentative.writes(update(column, value, row), offenders)) {
            return Optional.of(
                "a row of %s with %s = %s".formatted(table, column.name(), brief(value)));
          }
        }
      }
    }
    return Optional.empty();
  }

  private String update(Column column, String value, int row) {
    return "UPDATE %1$s SET %2$s = %3$s WHERE (tableoid, ctid) = (SELECT tableoid, ctid FROM %1$s OFFSET %4$s LIMIT 1)"
        .formatted(table.sqlName(), column.sqlName(), value, row);
  }

  private static String brief(String value) {
    String text = value.replaceFirst("^CAST\\((.*) AS .*\\)$", "$1");
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
