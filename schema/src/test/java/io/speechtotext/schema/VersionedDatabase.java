package io.speechtotext.schema;

import io.speechtotext.migrator.DataLoss;
import io.speechtotext.migrator.Migration;
import io.speechtotext.migrator.MigrationProgress;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.migrator.MigratorSettings;
import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.UndoneMigration;
import io.speechtotext.migrator.adopt.AdoptableVersions;
import io.speechtotext.migrator.adopt.Adoption;
import io.speechtotext.migrator.adopt.AdoptionTerms;
import io.speechtotext.migrator.script.ScriptReader;
import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.migrator.script.SqlStatement;
import io.speechtotext.migrator.snapshot.Difference;
import io.speechtotext.migrator.snapshot.Snapshot;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A throwaway database that a test moves from version to version, and one connection to it. Once a
 * script was run without the migrator, the migrator is not to be asked again, but to adopt: its
 * history is stale.
 */
final class VersionedDatabase implements AutoCloseable {

  private final ThrowawayDatabase database;
  private final Connection connection;

  private VersionedDatabase(ThrowawayDatabase database) throws SQLException {
    this.database = database;
    this.connection = database.connect();
  }

  /** A new database at a version; 0 is an empty one. */
  static VersionedDatabase at(int version, VersionTemplates templates) throws SQLException {
    return new VersionedDatabase(templates.at(version));
  }

  /** Goes up the way that production does: by the migrator. */
  void migrateTo(int version) {
    migrator().upTo(Integer.toString(version));
  }

  /** The same; says what the server warned of meanwhile. */
  List<String> warningsOnTheWayTo(int version) {
    List<String> warnings = new ArrayList<>();
    MigrationProgress listener =
        new MigrationProgress() {
          @Override
          public void warned(Migration migration, String warning) {
            warnings.add(warning);
          }
        };
    new Migrator(
            database.dataSource(), SchemaMigrations.all(), MigratorSettings.defaults(), listener)
        .upTo(Integer.toString(version));
    return warnings;
  }

  /** Goes up to the newest version the way that production does; says which it went through. */
  List<String> migrate() {
    return migrator().up().applied().stream().map(each -> each.version().toString()).toList();
  }

  /** Goes down to the base with copies of what is lost; says which it went through. */
  List<String> undoAll() {
    return migrator().downTo(Migrator.BASE, DataLoss.COPY).undone().stream()
        .map(each -> each.version().toString())
        .toList();
  }

  /** Has the migrator take over what was done behind its back. */
  Adoption adopt(AdoptionTerms terms) {
    return migrator().adopt(AdoptableVersions.onClasspath("db/snapshot"), terms);
  }

  /** What is not as it is in a snapshot. */
  List<Difference> differencesFrom(Snapshot expected) {
    return migrator().check(expected);
  }

  /** Goes down the way that production does. */
  List<UndoneMigration> downTo(String target, DataLoss policy) {
    return migrator().downTo(target, policy).undone();
  }

  private Migrator migrator() {
    return new Migrator(database.dataSource(), SchemaMigrations.all());
  }

  /** Runs a V file behind the migrator's back. */
  void runUp(int version) throws SQLException {
    run(SchemaMigrations.of(version).up());
  }

  /** Runs a U file behind the migrator's back. */
  void runUndo(int version) throws SQLException {
    run(SchemaMigrations.of(version).undo());
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** As {@link Rows#of}. */
  List<String> rows(String query) throws SQLException {
    return Rows.of(connection, query);
  }

  List<String> legacyCatalog() throws SQLException {
    return LegacyCatalog.of(connection);
  }

  Snapshot snapshot() throws SQLException {
    return Snapshot.of(connection);
  }

  Catalog catalog() throws SQLException {
    return Catalog.of(connection);
  }

  List<String> description() throws SQLException {
    return CatalogDescription.of(connection);
  }

  @Override
  public void close() throws SQLException {
    try (database) {
      connection.close();
    }
  }

  private void run(Script script) throws SQLException {
    SqlScript read = new ScriptReader(Map.of()).read(script);
    if (read.inTransaction()) {
      inOneTransaction(script.sql());
    } else {
      for (SqlStatement statement : read.statements()) {
        statement.execute(connection);
      }
    }
  }

  private void inOneTransaction(String sql) throws SQLException {
    connection.setAutoCommit(false);
    try {
      execute(sql);
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
