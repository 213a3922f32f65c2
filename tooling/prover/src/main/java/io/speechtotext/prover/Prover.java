package io.speechtotext.prover;

import io.speechtotext.prover.source.MigrationSet;
import io.speechtotext.prover.source.ProvableMigration;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.sql.SQLException;

/**
 * Proves migrations one after the other, each on a copy of a database at the version before it,
 * with rows. What a version costs does not depend on how many came before. Not thread-safe.
 */
public final class Prover {

  private final ThrowawayPostgres postgres;
  private final ProverSettings settings;

  /** A prover that makes its databases on that server, and drops them. */
  public Prover(ThrowawayPostgres postgres, ProverSettings settings) {
    this.postgres = postgres;
    this.settings = settings;
  }

  /**
   * Proves all of them.
   *
   * @throws SQLException when the server fails, not when a migration does
   */
  public void prove(MigrationSet set, ProofListener listener) throws SQLException {
    ThrowawayDatabase base = postgres.createDatabase();
    try {
      for (ProvableMigration migration : set.migrations()) {
        VersionRun run = new VersionRun(postgres, settings, base, migration);
        ThrowawayDatabase next = run.prove(set, listener);
        base.close();
        base = next;
      }
    } finally {
      base.close();
    }
  }
}
