package io.speechtotext.prover;

import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.migrator.script.SqlToken;
import io.speechtotext.migrator.script.SqlTokenizer;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.trace.TraceFailure;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the row that a migration fails on, for servers often say what is wrong but not where. Takes
 * rows away until it succeeds; each try is a copy of the database.
 */
final class CulpritRow {

  private final Workshop workshop;
  private final Stage stage;
  private final SqlScript script;
  private final TraceFailure failure;

  /** Of a script that fails so on the stage's rows, and does not without them. */
  CulpritRow(Workshop workshop, Stage stage, SqlScript script, TraceFailure failure) {
    this.failure = failure;
    this.workshop = workshop;
    this.stage = stage;
    this.script = script;
  }

  /** The row with its table, for people; empty when it takes rows of several tables to fail. */
  Optional<String> find() throws SQLException {
    Set<String> words =
        SqlTokenizer.tokens(failure.sql()).stream()
            .filter(token -> token.isName() || token.kind() == SqlToken.Kind.LITERAL)
            .map(SqlToken::text)
            .collect(Collectors.toSet());
    List<Table> named =
        stage.catalog().tables().stream()
            .filter(table -> !table.partitioned() && words.contains(table.name()))
            .toList();
    for (Table table : named) {
      if (!failsWith(table, 0)) {
        return Optional.of(row(table, fewestThatFail(table)));
      }
    }
    return Optional.empty();
  }

  // With none of the rows it succeeds, with all it fails.
  private long fewestThatFail(Table table) throws SQLException {
    long enough = rowsOf(table);
    long tooFew = 0;
    while (enough - tooFew > 1) {
      long middle = (tooFew + enough) / 2;
      if (failsWith(table, middle)) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return enough;
  }

  private boolean failsWith(Table table, long rows) throws SQLException {
    try (ThrowawayDatabase copy = workshop.copyOf(stage);
        Connection connection = workshop.sessions().open(copy)) {
      try (Statement statement = connection.createStatement()) {
        // Rows that refer to the deleted ones stay; no trigger is to notice.
        statement.execute("SET session_replication_role = replica");
        statement.execute(
            "DELETE FROM ONLY %1$s WHERE ctid NOT IN (SELECT ctid FROM ONLY %1$s ORDER BY ctid LIMIT %2$s)"
                .formatted(table.sqlName(), rows));
        statement.execute("RESET session_replication_role");
      }
      return isSame(workshop.repeat(script, connection).failure());
    }
  }

  // With fewer rows, it may come to fail elsewhere, or for another reason.
  private boolean isSame(@Nullable TraceFailure other) {
    return other != null
        && other.line() == failure.line()
        && Objects.equals(other.sqlState(), failure.sqlState());
  }

  private long rowsOf(Table table) throws SQLException {
    return Long.parseLong(ask("SELECT count(*) FROM ONLY " + table.sqlName()));
  }

  private String row(Table table, long place) throws SQLException {
    String row =
        ask(
            "SELECT t::text FROM ONLY %s AS t ORDER BY ctid OFFSET %s LIMIT 1"
                .formatted(table.sqlName(), place - 1));
    return table + " " + row;
  }

  private String ask(String query) throws SQLException {
    try (Connection connection = workshop.sessions().open(stage.database());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
