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
 * @param database the copy
 * @param trace what happened
 * @param after the catalog then
 * @param snapshotAfter the canonical text of that
 */
record Attempt(ThrowawayDatabase database, Trace trace, Catalog after, String snapshotAfter)
    implements AutoCloseable {

  static Attempt on(ThrowawayDatabase copy, SqlScript script, ProverSessions sessions)
      throws SQLException {
    try (Connection connection = sessions.open(copy)) {
      Trace trace = new Tracer(connection, copy::connect).run(script);
      Catalog after = Catalog.of(connection);
      return new Attempt(copy, trace, after, SchemaText.of(connection, after));
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
