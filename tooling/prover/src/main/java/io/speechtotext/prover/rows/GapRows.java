package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint.Kind;
import io.speechtotext.prover.catalog.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the rows that have a gap, with what is known of them. */
final class GapRows {

  /** Of no table's column: the object id of the part and the row's id in it. */
  static final int PLACE = 0;

  private static final String PLACE_SQL = "tableoid::text || ' ' || ctid::text";

  private final Connection connection;

  GapRows(Connection connection) {
    this.connection = connection;
  }

  /** The places of all rows that a table holds now. */
  Set<String> places(Table table) throws SQLException {
    Set<String> places = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT %s FROM %s".formatted(PLACE_SQL, source(table)))) {
      while (row.next()) {
        places.add(row.getString(1));
      }
    }
    return places;
  }

  /**
   * The rows, in an order that does not depend on where they lie if there is a primary key. What a
   * column of the gap holds is decided; others are only told where {@code known}.
   */
  List<Row> read(Gap gap, Set<Integer> known) throws SQLException {
    Table table = gap.table();
    List<Column> columns =
        table.columns().stream()
            .filter(each -> gap.columns().contains(each) || known.contains(each.number()))
            .toList();
    List<Row> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query(gap, columns))) {
      while (result.next()) {
        if (!gap.untouchable().contains(result.getString(1))) {
          rows.add(row(gap, columns, result));
        }
      }
    }
    return rows;
  }

  private static Row row(Gap gap, List<Column> columns, ResultSet result) throws SQLException {
    Row row = new Row(gap.table().columns().stream().mapToInt(Column::number).max().orElse(0));
    row.set(PLACE, result.getString(1));
    for (int i = 0; i < columns.size(); i++) {
      String value = result.getString(i + 2);
      boolean open =
          gap.columns().contains(columns.get(i)) && (value == null || gap.replaces(columns.get(i)));
      if (!open) {
        row.set(columns.get(i).number(), value);
      }
    }
    return row;
  }

  private static String query(Gap gap, List<Column> columns) {
    String selected =
        columns.stream()
            .map(each -> ", " + each.sqlName() + "::text")
            .collect(Collectors.joining());
    return "SELECT %s%s FROM %s AS t WHERE %s ORDER BY %s"
        .formatted(PLACE_SQL, selected, source(gap.table()), open(gap), order(gap.table()));
  }

  private static String open(Gap gap) {
    return Stream.concat(
            gap.columns().stream()
                .filter(column -> !gap.replaces(column))
                .map(column -> column.sqlName() + " IS NULL"),
            gap.placeholders().stream().map(GapRows::dangling))
        .collect(Collectors.joining(" OR "));
  }

  /** A condition on {@code t}: that its key points at nothing. */
  static String dangling(ForeignKey foreignKey) {
    List<String> equalities = new ArrayList<>();
    for (int i = 0; i < foreignKey.columns().size(); i++) {
      String own = foreignKey.table().column(foreignKey.columns().get(i)).orElseThrow().sqlName();
      String other =
          foreignKey
              .referenced()
              .column(foreignKey.constraint().referencedColumns().get(i))
              .orElseThrow()
              .sqlName();
      equalities.add("r.%s = t.%s".formatted(other, own));
    }
    return "NOT EXISTS (SELECT FROM %s AS r WHERE %s)"
        .formatted(RowSql.name(foreignKey.referenced()), String.join(" AND ", equalities));
  }

  private static String order(Table table) {
    return Stream.concat(
            table.constraints().stream()
                .filter(each -> each.kind() == Kind.PRIMARY_KEY)
                .flatMap(each -> each.columns().stream())
                .flatMap(number -> table.column(number).stream())
                .map(column -> column.sqlName() + "::text COLLATE \"C\""),
            Stream.of("tableoid", "ctid"))
        .collect(Collectors.joining(", "));
  }

  // The rows of a table that another one inherits from are its own alone.
  private static String source(Table table) {
    return (table.partitioned() ? "" : "ONLY ") + RowSql.name(table);
  }
}
