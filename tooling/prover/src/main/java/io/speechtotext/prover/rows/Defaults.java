package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What columns hold when nobody says. */
final class Defaults {

  private static final Pattern CAST_OR_TEXT =
      Pattern.compile("::[\\w .\"]+(?:\\([\\d,]+\\))?|'[^']*'");
  // A call, or one of the words that are calls without parentheses.
  private static final Pattern CALL =
      Pattern.compile("[\\w\"]\\(|CURRENT_|LOCALTIME|SESSION_USER|\\bUSER\\b");

  private final Connection connection;

  Defaults(Connection connection) {
    this.connection = connection;
  }

  /** Whether the server counts the values itself, and would clash with those of others. */
  static boolean isSequence(Column column) {
    String sql = column.defaultSql();
    return !column.identity().isEmpty()
        || (!column.isGenerated() && sql != null && sql.startsWith("nextval("));
  }

  /** The default as text, where it is the same in every row; empty when it is NULL or a call. */
  Optional<String> constant(Column column) throws SQLException {
    String sql = column.defaultSql();
    return sql == null || column.isGenerated() || isCall(sql)
        ? Optional.empty()
        : Optional.ofNullable(value(sql));
  }

  private static boolean isCall(String sql) {
    return CALL.matcher(CAST_OR_TEXT.matcher(sql).replaceAll("")).find();
  }

  private @Nullable String value(String sql) throws SQLException {
    try (Attempt attempt = new Attempt(connection);
        PreparedStatement statement =
            connection.prepareStatement("SELECT (" + RowSql.escaped(sql) + ")::text");
        ResultSet row = statement.executeQuery()) {
      row.next();
      attempt.succeeded();
      return row.getString(1);
    } catch (SQLException e) {
      // A default is not computed before a row needs it: this one never could be.
      Attempt.rethrowUnlessRefused(e);
      return null;
    }
  }
}
