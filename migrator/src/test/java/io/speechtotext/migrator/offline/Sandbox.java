package io.speechtotext.migrator.offline;

import io.speechtotext.migrator.Migrations;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.migrator.MigratorSettings;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Migrations that a test writes, and a database to run scripts on. */
record Sandbox(Path path, ThrowawayDatabase database) implements AutoCloseable {

  static final MigratorSettings SETTINGS =
      MigratorSettings.defaults().withPlaceholders(Map.of("name", "t"));

  static Sandbox on(ThrowawayPostgres server, Path path) {
    return new Sandbox(path, server.createDatabase());
  }

  Sandbox write(String version, String up, String undo) throws IOException {
    return file("V" + version + "__it's_" + version + ".sql", up)
        .file("U" + version + "__it's_" + version + ".sql", undo);
  }

  Sandbox file(String name, String text) throws IOException {
    Files.writeString(path.resolve(name), text);
    return this;
  }

  OfflineScript script() {
    return new OfflineScript(Migrations.inDirectory(path), SETTINGS);
  }

  Migrator migrator() {
    return new Migrator(database.dataSource(), Migrations.inDirectory(path), SETTINGS);
  }

  /** Whether the library that applies migrations takes the history for its own. */
  boolean isValidForFlyway() {
    return Flyway.configure()
        .dataSource(database.dataSource())
        .locations("filesystem:" + path)
        .placeholders(SETTINGS.placeholders())
        .ignoreMigrationPatterns("*:pending")
        .load()
        .validateWithResult()
        .validationSuccessful;
  }

  void run(String script, String... trueVariables) throws SQLException {
    Map<String, String> variables = new HashMap<>();
    for (String each : trueVariables) {
      variables.put(each, "1");
    }
    try (Connection connection = database.connect()) {
      PsqlScript.run(script, variables, connection);
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows of a query with one column. */
  List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        rows.add(String.valueOf(found.getString(1)));
      }
    }
    return rows;
  }

  @Override
  public void close() {
    database.close();
  }
}
