package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.SqlName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the server which values it takes. */
final class Trials {

  private final Connection connection;

  Trials(Connection connection) {
    this.connection = connection;
  }

  /**
   * Those of the texts, in their order, that can be cast and then keep all conditions.
   *
   * @param texts may hold nulls
   * @param type as SQL casts to it
   * @param column the name by which the conditions speak of the value, unquoted
   * @param conditions SQL that does so
   */
  List<@Nullable String> taken(
      List<? extends @Nullable String> texts, String type, String column, List<String> conditions)
      throws SQLException {
    StringBuilder sql =
        new StringBuilder("SELECT prover_text, %s::text".formatted(SqlName.quoted(column)))
            .append(" FROM (SELECT prover_text, prover_place, ")
            .append(RowSql.cast("prover_text", type))
            .append(" AS ")
            .append(SqlName.quoted(column))
            .append(
                " FROM unnest(?::text[]) WITH ORDINALITY AS v (prover_text, prover_place)) AS t");
    String separator = " WHERE ";
    for (String condition : conditions) {
      sql.append(separator).append(RowSql.kept(condition));
      separator = " AND ";
    }
    List<@Nullable String> taken = new ArrayList<>();
    collect(sql.append(" ORDER BY prover_place").toString(), texts, taken);
    return taken;
  }

  // One that the server cannot even read must not spoil the others: by halves, down to each alone.
  private void collect(
      String sql, List<? extends @Nullable String> texts, List<@Nullable String> taken)
      throws SQLException {
    try (Attempt attempt = new Attempt(connection)) {
      taken.addAll(query(sql, texts));
      attempt.succeeded();
      return;
    } catch (SQLException e) {
      Attempt.rethrowUnlessRefused(e);
      if (Attempt.isTimeout(e)) {
        return;
      }
    }
    if (texts.size() > 1) {
      int half = texts.size() / 2;
      collect(sql, texts.subList(0, half), taken);
      collect(sql, texts.subList(half, texts.size()), taken);
    }
  }

  private List<@Nullable String> query(String sql, List<? extends @Nullable String> texts)
      throws SQLException {
    List<@Nullable String> taken = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", texts.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          taken.add(row.getString(1));
        }
      }
    }
    return taken;
  }
}
