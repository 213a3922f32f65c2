package io.speechtotext.prover;

import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.rows.RowFiller;
import io.speechtotext.prover.trace.ScriptRun;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A second database that goes through all versions, with more rows, to tell what time they take
 * there. Ends at the first migration that fails; the proof on fewer rows says more of it.
 */
final class TimedChain implements AutoCloseable {

  private final int rows;
  private final RowFiller filler;
  private final @Nullable ThrowawayDatabase database;
  private boolean broken;

  TimedChain(ThrowawayPostgres postgres, ProverSettings settings) {
    this.rows = settings.moreRows();
    this.filler = new RowFiller(settings.seed());
    this.database = settings.moreRows() > 0 ? postgres.createDatabase() : null;
  }

  /** Migrates and fills; null when there is no second size, or a migration failed. */
  @Nullable Duration run(SqlScript script) throws SQLException {
    if (database == null || broken) {
      return null;
    }
    try (Connection connection = database.connect()) {
      Catalog before = Catalog.of(connection);
      ScriptRun run = ScriptRun.of(script, connection);
      broken = run.failure() != null;
      if (broken) {
        return null;
      }
      filler.fill(connection, before, rows);
      return run.time();
    }
  }

  @Override
  public void close() {
    if (database != null) {
      database.close();
    }
  }
}
