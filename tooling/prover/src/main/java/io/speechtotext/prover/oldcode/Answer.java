package io.speechtotext.prover.oldcode;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What a server says to a statement; empty texts where it says nothing.
 *
 * @param sqlState {@code 00000} when it was carried out
 * @param message what was wrong, in a line
 * @param column that it names as the one to blame
 * @param constraint that refused the row
 */
record Answer(String sqlState, String message, String column, String constraint) {

  private static final String SUCCESS = "00000";
  private static final String CHECK_VIOLATION = "23514";
  private static final Set<String> DEMANDS_A_VALUE = Set.of("23502", CHECK_VIOLATION);
  // Such a refusal comes after all that could be wrong with the statement's own columns: keys of
  // the row that the values were taken from. A delete that a foreign key refuses is 23503 up to
  // PostgreSQL 17 and 23001 from 18 on.
  private static final Set<String> KEY_VIOLATIONS = Set.of("23503", "23001", "23505", "23P01");

  /** Sends it in the connection's transaction, and takes it back. */
  static Answer to(String sql, Connection connection) throws SQLException {
    Savepoint savepoint = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
      return new Answer(SUCCESS, "", "", "");
    } catch (PSQLException e) {
      return of(e);
    } finally {
      connection.rollback(savepoint);
    }
  }

  private static Answer of(PSQLException e) throws PSQLException {
    ServerErrorMessage server = e.getServerErrorMessage();
    if (server == null) {
      throw e; // the connection is at fault
    }
    return new Answer(
        orEmpty(server.getSQLState()),
        orEmpty(server.getMessage()),
        orEmpty(server.getColumn()),
        orEmpty(server.getConstraint()));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  boolean isRefusal() {
    return !sqlState.equals(SUCCESS) && !KEY_VIOLATIONS.contains(sqlState);
  }

  /** Whether both were refused for one reason; a CHECK may demand what NOT NULL does. */
  boolean isSameRefusalAs(Answer other) {
    return sqlState.equals(other.sqlState)
        || (DEMANDS_A_VALUE.contains(sqlState) && DEMANDS_A_VALUE.contains(other.sqlState));
  }

  boolean isCheckViolation() {
    return sqlState.equals(CHECK_VIOLATION);
  }

  @Override
  public String toString() {
    return "%s (SQLSTATE %s)".formatted(message, sqlState);
  }
}
