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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the proofs of all versions have in common: the server, the settings, the files. */
final class Workshop implements AutoCloseable {

  private final ThrowawayPostgres postgres;
  private final ProverSettings settings;
  private final ProverSessions sessions;
  private final MigrationSet set;
  private final ScriptReader reader;
  private final RowFiller filler;
  private final ServerRoles roles = new ServerRoles();

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

  ThrowawayDatabase emptyDatabase() {
    return postgres.createDatabase();
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

      @Override
      public ScriptRun run(SqlScript script, Connection connection) throws SQLException {
        return repeat(script, connection);
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

  /** To be called before the first run of a migration, so that what it does can be told. */
  void begin(SqlScript script, Stage stage) throws SQLException {
    if (ServerRoles.areMadeBy(script)) {
      try (Connection connection = sessions.open(stage.database())) {
        roles.remember(script, connection);
      }
    }
  }

  /** To be called between two runs, of which the second is to count. */
  void beginAgain(SqlScript script, Connection connection) throws SQLException {
    roles.moveAside(script, connection);
  }

  /** Runs a script that ran before, as on a server that has not seen it, and leaves no role. */
  ScriptRun repeat(SqlScript script, Connection connection) throws SQLException {
    Map<String, String> moved = roles.moveAside(script, connection);
    try {
      return ScriptRun.of(script, connection);
    } finally {
      if (ServerRoles.areMadeBy(script)) {
        sessions.renew(connection);
        roles.moveAside(script, connection);
        roles.moveBack(moved, connection);
      }
    }
  }

  /** A copy that a migration, which applied before, is run on once more. */
  Migrated migrated(Stage former, SqlScript script) throws SQLException {
    ThrowawayDatabase copy = copyOf(former);
    try (Connection connection = sessions.open(copy)) {
      beginAgain(script, connection);
      TraceFailure failure = ScriptRun.of(script, connection).failure();
      sessions.renew(connection);
      Catalog catalog = Catalog.of(connection);
      return new Migrated(new Stage(copy, catalog, SchemaText.of(connection, catalog)), failure);
    } catch (SQLException | RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  /**
   * What came of migrating once more.
   *
   * @param failure null when it applied
   */
  record Migrated(Stage stage, @Nullable TraceFailure failure) {}

  /** The same stage, without rows. */
  Stage emptied(Stage stage) throws SQLException {
    return with(stage, connection -> EmptyTables.in(connection, stage.catalog()));
  }

  /** The same stage, with one row in each table: none of them can be another's double. */
  Stage sparse(Stage stage) throws SQLException {
    return with(
        stage,
        connection -> {
          EmptyTables.in(connection, stage.catalog());
          new RowFiller(settings.seed()).fill(connection, stage.catalog(), 1);
        });
  }

  private Stage with(Stage stage, RowChange change) throws SQLException {
    ThrowawayDatabase copy = copyOf(stage);
    try (Connection connection = sessions.open(copy)) {
      change.in(connection);
      return new Stage(copy, stage.catalog(), stage.snapshot());
    } catch (SQLException | RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  private interface RowChange {
    void in(Connection connection) throws SQLException;
  }

  /** Takes from the server what the scripts left there beside their databases. */
  @Override
  public void close() throws SQLException {
    if (roles.mayBeLeft()) {
      try (ThrowawayDatabase any = postgres.createDatabase();
          Connection connection = any.connect()) {
        roles.drop(connection);
      }
    }
  }
}
