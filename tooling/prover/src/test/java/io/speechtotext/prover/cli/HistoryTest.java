package io.speechtotext.prover.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.migrator.history.HistoryEntry;
import io.speechtotext.migrator.history.HistoryTable;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.ThrowawayPostgresException;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ThrowawayPostgresExtension.class)
class HistoryTest {

  @TempDir Path directory;
  private final ThrowawayDatabase database;

  HistoryTest(ThrowawayDatabase database) {
    this.database = database;
  }

  @Test
  void findsAnAppliedFileThatWasEdited() throws SQLException, IOException {
    write("V1__jobs.sql", "CREATE TABLE jobs (name text);");
    write("U1__jobs.sql", "DROP TABLE jobs;");
    try (Connection connection = database.connect()) {
      HistoryTable.create(connection);
      HistoryTable.append(connection, HistoryEntry.applied("1", "jobs", "V1__jobs.sql", 17));
    }

    assertThat(run("--history " + database.jdbcUrl() + " " + directory))
        .contains("  version-collision on V1__jobs.sql")
        .anyMatch(line -> line.contains("the history has 17"))
        .endsWith("[exit 1]");
  }

  @Test
  void refusesADatabaseWithoutHistory() throws IOException {
    write("V1__jobs.sql", "SELECT 1;");

    assertThat(run("--history " + database.jdbcUrl() + " " + directory))
        .anyMatch(line -> line.contains("has no table flyway_schema_history"))
        .endsWith("[exit 3]");
  }

  @Test
  void refusesPairsWhoseHistoryIsAnotherTools() throws IOException, SQLException {
    write("1_jobs.up.sql", "SELECT 1;");
    try (Connection connection = database.connect()) {
      HistoryTable.create(connection);
    }

    assertThat(run("--history " + database.jdbcUrl() + " " + directory))
        .anyMatch(line -> line.contains("holds migrations of another tool"))
        .endsWith("[exit 2]");
  }

  @Test
  void saysThatNoDatabaseAnswersAndKeepsThePassword() throws IOException {
    write("V1__jobs.sql", "SELECT 1;");

    assertThat(run("--history jdbc:postgresql://127.0.0.1:1/db?password=s3cret " + directory))
        .anyMatch(line -> line.contains("The history cannot be read: Connection to 127.0.0.1:1"))
        .noneMatch(line -> line.contains("s3cret"))
        .endsWith("[exit 3]");
  }

  @Test
  void endsOtherwiseWhenThereIsNoServer() throws IOException {
    write("V1__jobs.sql", "SELECT 1;");
    Terminal terminal =
        new Terminal(
            () -> {
              throw new ThrowawayPostgresException("No server", "get one");
            },
            Map.of(),
            directory);

    assertThat(terminal.run(directory.toString())).contains("[exit 3]");
  }

  private List<String> run(String arguments) {
    Map<String, String> environment =
        Map.of("PGUSER", database.user(), "PGPASSWORD", database.password());
    try (Stream<String> lines =
        new Terminal(ThrowawayPostgres::start, environment, directory).run(arguments)) {
      return lines.toList();
    }
  }

  private void write(String name, String sql) throws IOException {
    Files.writeString(directory.resolve(name), sql);
  }
}
