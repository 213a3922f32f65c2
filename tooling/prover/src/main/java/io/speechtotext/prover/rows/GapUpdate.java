package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The UPDATE of many rows by their places, which leaves out those that would break a condition. */
final class GapUpdate implements RowWriter.Batch {

  private final Connection connection;
  private final Gap gap;
  private final List<Condition> conditions;
  private final RowArrays arrays;
  private final String sql;
  private final Set<String> written = new HashSet<>();

  GapUpdate(Connection connection, Gap gap, List<Condition> conditions) {
    this.connection = connection;
    this.gap = gap;
    this.conditions = conditions;
    this.arrays =
        new RowArrays(
            Stream.concat(Stream.of(GapRows.PLACE), gap.columns().stream().map(Column::number))
                .toList());
    this.sql = sql();
  }

  /** The places, as they were, of all rows that got their values. */
  Set<String> written() {
    return Collections.unmodifiableSet(written);
  }

  private String sql() {
    String assignments =
        gap.columns().stream()
            .map(column -> "%s = r.%s".formatted(column.sqlName(), column.sqlName()))
            .collect(Collectors.joining(", "));
    String place = RowArrays.value(GapRows.PLACE);
    String from =
        """
        %s JOIN %s AS stored
        ON stored.tableoid = split_part(%s, ' ', 1)::oid AND stored.ctid = split_part(%s, ' ', 2)::tid
        """
            .formatted(arrays.from(), RowSql.name(gap.table()), place, place);
    String rows =
        new RowShape(gap.table(), conditions, Map.of())
            .select(
                "*",
                this::source,
                from,
                ", %s AS prover_place, stored.tableoid AS prover_table, stored.ctid AS prover_row"
                    .formatted(place));
    return """
        UPDATE %s AS t SET %s FROM (%s) AS r
        WHERE t.tableoid = r.prover_table AND t.ctid = r.prover_row
        RETURNING r.prover_place
        """
        .formatted(RowSql.name(gap.table()), assignments, rows);
  }

  private String source(Column column) {
    String stored = "stored." + column.sqlName();
    if (!gap.columns().contains(column)) {
      return stored;
    }
    String decided = RowSql.cast(RowArrays.value(column.number()), column.type());
    return gap.replaces(column) ? decided : "coalesce(%s, %s)".formatted(stored, decided);
  }

  @Override
  public int write(List<Row> rows, int limit) throws SQLException {
    List<String> places = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      arrays.bind(statement, rows);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          places.add(row.getString(1));
        }
      }
    }
    written.addAll(places);
    return places.size();
  }
}
