package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Constraint.Kind;
import io.speechtotext.prover.catalog.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What each row of a table must keep.
 *
 * @param name for people: {@code the CHECK orders_total_check}
 * @param sql over the names of the columns
 * @param columns the numbers of those that it speaks of
 */
record Condition(String name, String sql, List<Integer> columns) {

  private static final Pattern CHECK =
      Pattern.compile("CHECK \\((.*)\\)(?: NO INHERIT| NOT VALID| NOT ENFORCED)*", Pattern.DOTALL);

  private static final String PARTITIONS =
      """
      SELECT pg_catalog.pg_get_partition_constraintdef(relid)
      FROM pg_catalog.pg_partition_tree(?::oid::regclass)
      WHERE isleaf
      """;

  /** Copies the list. */
  Condition {
    columns = List.copyOf(columns);
  }

  /** The CHECKs of a table, and that one of its partitions takes the row. */
  static List<Condition> of(Table table, Connection connection) throws SQLException {
    List<Condition> conditions = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      Matcher check = CHECK.matcher(constraint.definition());
      // One that speaks of no column, or of the row as a whole, can only be tried by inserting.
      if (constraint.kind() == Kind.CHECK && isOfColumns(constraint) && check.matches()) {
        conditions.add(
            new Condition("the CHECK " + constraint.name(), check.group(1), constraint.columns()));
      }
    }
    if (table.partitioned()) {
      partitions(table, connection).ifPresent(conditions::add);
    }
    return conditions;
  }

  // Number 0 is the row as a whole, and those below are the server's own.
  private static boolean isOfColumns(Constraint check) {
    return !check.columns().isEmpty() && check.columns().stream().allMatch(number -> number > 0);
  }

  private static Optional<Condition> partitions(Table table, Connection connection)
      throws SQLException {
    List<String> bounds = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(PARTITIONS)) {
      statement.setLong(1, table.oid());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String bound = row.getString(1);
          if (bound == null) { // the only partition, and it takes everything
            return Optional.empty();
          }
          bounds.add(bound);
        }
      }
    }
    String sql = bounds.isEmpty() ? "false" : String.join(" OR ", bounds);
    return Optional.of(
        new Condition(
            "the bounds of its %d partitions".formatted(bounds.size()),
            sql,
            mentioned(table, sql)));
  }

  private static List<Integer> mentioned(Table table, String sql) {
    return table.columns().stream()
        .filter(
            column ->
                Pattern.compile(
                        "\\b" + Pattern.quote(column.name()) + "\\b",
                        Pattern.UNICODE_CHARACTER_CLASS)
                    .matcher(sql)
                    .find())
        .map(Column::number)
        .toList();
  }
}
