package io.speechtotext.prover;

import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.rows.RowFiller;
import io.speechtotext.prover.trace.ScriptRun;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A second database that goes through all versions, with more rows, to tell what time they take
 * there. Ends at the first migration that fails.
 */
final class TimedChain implements AutoCloseable {

  private final Workshop workshop;
  private final RowFiller filler;
  private final @Nullable ThrowawayDatabase database;
  private boolean broken;

  TimedChain(Workshop workshop) {
    this.workshop = workshop;
    this.filler = new RowFiller(workshop.settings().seed());
    this.database = workshop.settings().moreRows() > 0 ? workshop.emptyDatabase() : null;
  }

  /** Migrates and fills; null when there is no second size, or an earlier migration failed. */
  @Nullable ScriptRun run(SqlScript script) throws SQLException {
    if (database == null || broken) {
      return null;
    }
    try (Connection connection = workshop.sessions().open(database)) {
      Catalog before = Catalog.of(connection);
      ScriptRun run = workshop.repeat(script, connection);
      broken = run.failure() != null;
      if (!broken) {
        workshop.sessions().renew(connection);
        filler.fill(connection, before, workshop.settings().moreRows());
      }
      return run;
    }
  }

  @Override
  public void close() {
    if (database != null) {
      database.close();
    }
  }
}
