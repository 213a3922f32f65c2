package io.speechtotext.prover.dependence;

import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.rewrite.RowGuard;
import io.speechtotext.prover.rule.Evidence;
import io.speechtotext.prover.trace.TraceFailure;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * Tells which migrations succeed only where rows happen to keep a rule that they bring: each such
 * rule is broken in a copy of the database, and the migration run there. It is safe when it repairs
 * the rows, or refuses them in its first statement and in its own words.
 *
 * <p>Nothing is found where other constraints forbid rows that break the rule, where the table
 * holds no row to change, or where no value is known that its CHECK refuses.
 */
public final class DependenceOnData {

  private final DatabaseCopies copies;
  private final SqlScript script;
  private final Evidence evidence;

  private DependenceOnData(DatabaseCopies copies, SqlScript script, Evidence evidence) {
    this.copies = copies;
    this.script = script;
    this.evidence = evidence;
  }

  /**
   * What rows can refuse; each object once.
   *
   * @param copies of the database before the migration
   * @param script the migration
   * @param evidence what it did without such rows
   */
  public static List<Finding> check(DatabaseCopies copies, SqlScript script, Evidence evidence)
      throws SQLException {
    return new DependenceOnData(copies, script, evidence).check();
  }

  private List<Finding> check() throws SQLException {
    List<Finding> findings = new ArrayList<>();
    for (RowRule rule : NewRules.of(evidence)) {
      try (ThrowawayDatabase copy = copies.copy();
          Connection connection = copies.open(copy)) {
        Optional<String> rows = breaking(rule, connection);
        if (rows.isPresent()) {
          TraceFailure failure = copies.run(script, connection).failure();
          if (failure != null && !failure.isOwnRefusalOf(script)) {
            findings.add(finding(rule, rows.get(), failure));
          }
        }
      }
    }
    return findings;
  }

  private static Optional<String> breaking(RowRule rule, Connection connection)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      // What is deferred would be refused at the commit, and bars ALTER TABLE until then.
      execute(connection, "SET CONSTRAINTS ALL IMMEDIATE");
      Constraint notValid = rule.notValid();
      // New rows must keep it; those that are older than it need not.
      alter(connection, rule, notValid, "DROP CONSTRAINT %s");
      Optional<String> rows = rule.sabotage().on(connection);
      if (rows.isPresent()) {
        alter(connection, rule, notValid, "ADD CONSTRAINT %s %s");
        connection.commit();
      }
      return rows;
    } catch (PSQLException e) {
      if (e.getServerErrorMessage() == null) {
        throw e; // the connection is at fault
      }
      return Optional.empty();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static void alter(
      Connection connection, RowRule rule, @Nullable Constraint constraint, String action)
      throws SQLException {
    if (constraint != null) {
      execute(
          connection,
          "ALTER TABLE %s %s"
              .formatted(
                  rule.table().sqlName(),
                  action.formatted(constraint.sqlName(), constraint.definition())));
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  private Finding finding(RowRule rule, String rows, TraceFailure failure) {
    String where =
        script.inTransaction()
            ? "as its first statement"
            : "as its first statement, with executeInTransaction=false in its .sql.conf";
    return new Finding(
        evidence.migration().version(),
        Rule.DEPENDS_ON_DATA,
        rule.object(),
        script.source().name(),
        failure.line(),
        "With %s, it fails: %s".formatted(rows, failure.message()),
        "-- %s, %s:\n%s"
            .formatted(
                evidence.migration().version(),
                where,
                RowGuard.of(rule.table().toString(), rule.offenders(), rule.rule())),
        null);
  }
}
