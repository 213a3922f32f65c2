package io.speechtotext.prover;

import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.SchemaText;
import io.speechtotext.prover.trace.Trace;
import io.speechtotext.prover.trace.Tracer;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A migration that was run on a copy of the former version's database.
 *
 * @param script what was run
 * @param former what was copied
 * @param database the copy
 * @param trace what happened
 * @param after the catalog then
 * @param snapshotAfter the canonical text of that
 */
record Attempt(
    SqlScript script,
    Stage former,
    ThrowawayDatabase database,
    Trace trace,
    Catalog after,
    String snapshotAfter)
    implements AutoCloseable {

  static Attempt of(SqlScript script, Stage former, Workshop workshop) throws SQLException {
    ThrowawayDatabase copy = workshop.copyOf(former);
    try (Connection connection = workshop.sessions().open(copy)) {
      Trace trace = new Tracer(connection, copy::connect).run(script);
      Catalog after = Catalog.of(connection);
      String snapshot = SchemaText.of(connection, after);
      return new Attempt(script, former, copy, trace, after, snapshot);
    }
  }

  boolean succeeded() {
    return trace.failure() == null;
  }

  @Override
  public void close() {
    database.close();
  }
}
