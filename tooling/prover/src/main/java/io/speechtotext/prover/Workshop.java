package io.speechtotext.prover;

import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.script.ScriptReader;
import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.SchemaText;
import io.speechtotext.prover.dependence.DatabaseCopies;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.rows.RowFiller;
import io.speechtotext.prover.source.MigrationSet;
import io.speechtotext.prover.source.ProvableMigration;
import io.speechtotext.prover.trace.ScriptRun;
import io.speechtotext.prover.trace.TraceFailure;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What the proofs of all versions have in common: the server, the settings, the files. */
final class Workshop {

  private final ThrowawayPostgres postgres;
  private final ProverSettings settings;
  private final ProverSessions sessions;
  private final MigrationSet set;
  private final ScriptReader reader;
  private final RowFiller filler;

  Workshop(ThrowawayPostgres postgres, ProverSettings settings, MigrationSet set) {
    this.postgres = postgres;
    this.settings = settings;
    this.sessions = new ProverSessions(settings);
    this.set = set;
    this.reader = new ScriptReader(settings.placeholders());
    this.filler = new RowFiller(settings.seed());
  }

  ProverSettings settings() {
    return settings;
  }

  ProverSessions sessions() {
    return sessions;
  }

  SqlScript read(Script file) {
    return reader.read(file);
  }

  boolean isRunnable(Script file) {
    return set.isRunnable(file);
  }

  List<Finding> fileFindingsOf(ProvableMigration migration) {
    return set.findingsOf(migration.version());
  }

  ThrowawayDatabase copyOf(ThrowawayDatabase database) {
    return postgres.createDatabaseFrom(database);
  }

  ThrowawayDatabase copyOf(Stage stage) {
    return copyOf(stage.database());
  }

  DatabaseCopies copiesOf(Stage stage) {
    return new DatabaseCopies() {
      @Override
      public ThrowawayDatabase copy() {
        return copyOf(stage);
      }

      @Override
      public Connection open(ThrowawayDatabase copy) throws SQLException {
        return sessions.open(copy);
      }
    };
  }

  /**
   * Gives rows to what the last migration made, for the next one to meet.
   *
   * @return what could not be filled, and why
   */
  List<String> fill(Connection connection, Stage former) throws SQLException {
    return filler.fill(connection, former.catalog(), settings.rowsPerTable());
  }

  /** The stage behind a migration that is known to apply. */
  Stage migrated(Stage former, SqlScript script) throws SQLException {
    ThrowawayDatabase copy = copyOf(former);
    try (Connection connection = sessions.open(copy)) {
      TraceFailure failure = ScriptRun.of(script, connection).failure();
      if (failure != null) {
        throw new IllegalStateException("it applied before, and does not now: " + failure);
      }
      Catalog catalog = Catalog.of(connection);
      return new Stage(copy, catalog, SchemaText.of(connection, catalog));
    }
  }

  /** The same stage, without rows. */
  Stage emptied(Stage stage) throws SQLException {
    ThrowawayDatabase copy = copyOf(stage);
    try (Connection connection = sessions.open(copy)) {
      EmptyTables.in(connection, stage.catalog());
    }
    return new Stage(copy, stage.catalog(), stage.snapshot());
  }

  /** The same stage, with one row in each table: none of them can be another's double. */
  Stage sparse(Stage stage) throws SQLException {
    Stage sparse = emptied(stage);
    try (Connection connection = sessions.open(sparse.database())) {
      new RowFiller(settings.seed()).fill(connection, stage.catalog(), 1);
    }
    return sparse;
  }
}
