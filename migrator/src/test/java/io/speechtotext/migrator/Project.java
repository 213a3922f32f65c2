package io.speechtotext.migrator;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Migrations that a test writes, and a database of their own. */
record Project(Directory directory, ThrowawayDatabase database) implements AutoCloseable {

  static Project on(ThrowawayPostgres server, Path path) {
    return new Project(new Directory(path), server.createDatabase());
  }

  Project pair(String version, String description, String sql) throws IOException {
    directory.pair(version, description, sql);
    return this;
  }

  Project file(String name, String text) throws IOException {
    directory.file(name, text);
    return this;
  }

  Migrator migrator() {
    return migrator(MigratorSettings.defaults());
  }

  Migrator migrator(MigratorSettings settings) {
    return migrator(settings, MigrationProgress.SILENT);
  }

  Migrator migrator(MigratorSettings settings, MigrationProgress progress) {
    return new Migrator(database.dataSource(), directory.read(), settings, progress);
  }

  MigrationRun up() {
    return migrator().up();
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the first row; null also when there is no row. */
  @Nullable String query(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
