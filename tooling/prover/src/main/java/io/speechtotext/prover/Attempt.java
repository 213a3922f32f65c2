package io.speechtotext.prover;

import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.SchemaText;
import io.speechtotext.prover.trace.Trace;
import io.speechtotext.prover.trace.Tracer;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A migration that was run on a copy of the former version's database.
 *
 * @param script what was run
 * @param former what was copied
 * @param database the copy
 * @param session the one that it was run in, made anew since
 * @param trace what happened
 * @param after the catalog then
 * @param snapshotAfter the canonical text of that
 */
record Attempt(
    SqlScript script,
    Stage former,
    ThrowawayDatabase database,
    Connection session,
    Trace trace,
    Catalog after,
    String snapshotAfter)
    implements AutoCloseable {

  static Attempt of(SqlScript script, Stage former, Workshop workshop) throws SQLException {
    ThrowawayDatabase copy = workshop.copyOf(former);
    @Nullable Connection session = null;
    try {
      session = workshop.sessions().open(copy);
      Trace trace = new Tracer(session, copy::connect).run(script);
      session = workshop.sessions().renewedOrOpened(session, copy);
      Catalog after = Catalog.of(session);
      String snapshot = SchemaText.of(session, after);
      return new Attempt(script, former, copy, session, trace, after, snapshot);
    } catch (SQLException | RuntimeException e) {
      try (copy) {
        if (session != null) {
          session.close();
        }
      }
      throw e;
    }
  }

  boolean succeeded() {
    return trace.failure() == null;
  }

  @Override
  public void close() throws SQLException {
    try (database) {
      session.close();
    }
  }
}
