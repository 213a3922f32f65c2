package io.speechtotext.prover.undo;

import io.speechtotext.migrator.script.SqlTokenizer;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.trace.Trace;
import io.speechtotext.prover.trace.TracedStatement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tables whose values may be others after some scripts ran: rows were written, the table was
 * rewritten, or its columns are others. To read only those makes the cost of a proof depend on the
 * migration, not on the size of the schema.
 */
final class TouchedTables {

  private TouchedTables() {}

  /** Those of a catalog that scripts, run one after the other from there, may have changed. */
  static List<Table> of(Catalog before, Trace... traces) {
    return before.tables().stream().filter(table -> isTouched(table, traces)).toList();
  }

  private static boolean isTouched(Table table, Trace... traces) {
    return Stream.of(traces).anyMatch(trace -> isTouched(table, trace));
  }

  private static boolean isTouched(Table table, Trace trace) {
    return trace.statements().stream()
        .anyMatch(
            statement ->
                isTouched(table, statement)
                    || (!trace.inTransaction() && mayCommitByItself(statement)));
  }

  // What such a statement wrote before its own COMMIT is not counted. The others that run outside a
  // transaction, such as CREATE INDEX CONCURRENTLY, write no rows.
  private static boolean mayCommitByItself(TracedStatement statement) {
    return SqlTokenizer.tokens(statement.sql()).stream()
        .findFirst()
        .filter(first -> first.is("call") || first.is("do"))
        .isPresent();
  }

  private static boolean isTouched(Table table, TracedStatement statement) {
    var activity = statement.activityOn(table.oid());
    if (activity.inserted() > 0 || activity.changesRows()) {
      return true;
    }
    Table after = statement.after().table(table.oid()).orElse(null);
    return after == null
        || after.fileNode() != table.fileNode()
        || !after.columns().equals(table.columns());
  }
}
