package io.speechtotext.prover.dependence;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gives one row the values of another in all columns of a key, or of whatever must differ. */
final class RepeatedRow implements Sabotage {

  private static final int ROWS = 5;

  private final Table table;
  private final List<Column> columns;
  private final String condition;

  /**
   * A row that is repeated.
   *
   * @param condition what the rule says of the rows that it is about; {@code true} for all
   */
  RepeatedRow(Table table, List<Column> columns, String condition) {
    this.table = table;
    this.columns = List.copyOf(columns);
    this.condition = condition;
  }

  @Override
  public Optional<String> on(Connection connection) throws SQLException {
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    Tentative tentative = new Tentative(connection);
    for (int row = 0; row < ROWS; row++) {
      if (tentative.writes(update(row), "SELECT 1")) {
        return Optional.of(
            "two rows of %s with the same %s"
                .formatted(
                    table, columns.stream().map(Column::name).collect(Collectors.joining(", "))));
      }
    }
    return Optional.empty();
  }

  private String update(int row) {
    String names = columns.stream().map(Column::sqlName).collect(Collectors.joining(", "));
    String notNull =
        columns.stream()
            .map(column -> column.sqlName() + " IS NOT NULL")
            .collect(Collectors.joining(" AND "));
    return """
        WITH model AS (SELECT tableoid, ctid FROM %1$s WHERE %2$s AND (%3$s) LIMIT 1)
        UPDATE %1$s SET (%4$s) = (
            SELECT %4$s FROM %1$s WHERE (tableoid, ctid) = (SELECT tableoid, ctid FROM model)
        )
        WHERE (tableoid, ctid) = (
            SELECT tableoid, ctid FROM %1$s
            WHERE (tableoid, ctid) <> (SELECT tableoid, ctid FROM model) OFFSET %5$s LIMIT 1
        )
        """
        .formatted(table.sqlName(), notNull, condition, names, row);
  }
}
