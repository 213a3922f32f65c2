package io.speechtotext.app.feedback;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.StringJoiner;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;

/** Asks the server how it runs a statement. */
public final class FeedbackPlans {

  private static final DSLContext INLINED =
      DSL.using(
          SQLDialect.POSTGRES, new Settings().withStatementType(StatementType.STATIC_STATEMENT));

  private final ThrowawayDatabase copy;

  /** On a test's copy. */
  public FeedbackPlans(ThrowawayDatabase copy) {
    this.copy = copy;
  }

  /** The plan for the query's own values. */
  public String of(Query query) throws SQLException {
    return plan("EXPLAIN " + INLINED.render(query));
  }

  /** The same, with what was read when it was run. */
  public String ofRun(Query query) throws SQLException {
    return plan("EXPLAIN (ANALYZE, BUFFERS) " + INLINED.render(query));
  }

  /**
   * The plan that is right for all values, which the server changes over to when a statement is
   * repeated.
   *
   * @param sql with {@code ?} for each parameter
   */
  public String generic(String sql) throws SQLException {
    String[] parts = sql.split("\\?", -1);
    StringBuilder numbered = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      numbered.append('$').append(i).append(parts[i]);
    }
    String values = String.join(", ", Collections.nCopies(parts.length - 1, "NULL"));
    return plan(
        "SET plan_cache_mode = force_generic_plan",
        "PREPARE planned AS " + numbered,
        "EXPLAIN EXECUTE planned (%s)".formatted(values));
  }

  // What the last of some statements says, in a session that is then closed.
  private String plan(String... statements) throws SQLException {
    try (Connection connection = copy.connect();
        Statement session = connection.createStatement()) {
      for (String sql : statements) {
        session.execute(sql);
      }
      StringJoiner plan = new StringJoiner("\n");
      try (ResultSet rows = session.getResultSet()) {
        while (rows.next()) {
          plan.add(rows.getString(1));
        }
      }
      return plan.toString();
    }
  }
}
