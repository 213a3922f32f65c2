package io.speechtotext.prover;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.SchemaText;
import io.speechtotext.prover.source.MigrationSet;
import io.speechtotext.prover.source.ProvableMigration;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Proves migrations one after the other, each on copies of a database at the version before it,
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
   * Proves all of them. After one that does not apply, the rest cannot be tried, and counts as not
   * proven.
   *
   * @throws SQLException when the server fails, not when a migration does
   */
  public void prove(MigrationSet set, ProofListener listener) throws SQLException {
    try (Workshop workshop = new Workshop(postgres, settings, set)) {
      prove(set, workshop, listener);
    }
  }

  private void prove(MigrationSet set, Workshop workshop, ProofListener listener)
      throws SQLException {
    Stage stage = base();
    try (TimedChain timed = new TimedChain(workshop)) {
      @Nullable String broken = null;
      for (ProvableMigration migration : set.migrations()) {
        VersionRun run = new VersionRun(workshop, migration, stage);
        if (broken != null) {
          listener.proven(run.notReached(broken));
          continue;
        }
        VersionRun.Step step = run.prove(timed);
        listener.proven(step.proof());
        Stage next = step.next();
        if (next == null) {
          broken = migration.version();
        } else {
          stage.close();
          stage = next;
        }
      }
      StrayFindings.of(set).forEach(listener::proven);
    } finally {
      stage.close();
    }
  }

  private Stage base() throws SQLException {
    ThrowawayDatabase empty = postgres.createDatabase();
    try (Connection connection = empty.connect()) {
      Catalog catalog = Catalog.of(connection);
      return new Stage(empty, catalog, SchemaText.of(connection, catalog));
    } catch (SQLException | RuntimeException e) {
      empty.close();
      throw e;
    }
  }
}
