package io.speechtotext.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.migrator.MigrationFailedException;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ThrowawayPostgresExtension.class)
class FailedMigrationTest {

  private static final String GOOD = "CREATE TABLE jobs (id int);\n";
  private static final String BAD = GOOD + "\n-- why\nALTER TABLE jobs\n  ADD COLUMN id text;\n";

  private final ThrowawayDatabase database;

  FailedMigrationTest(ThrowawayDatabase database) {
    this.database = database;
  }

  @Test
  void isNamedByFileLineStatementAndServerMessage(@TempDir Path directory) throws Exception {
    Project project = Project.in(directory, database).migration("1", BAD);
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(project::generate)
        .withMessageContaining("V1__test.sql, line 4: ERROR: column \"id\"")
        .withMessageContaining("already exists")
        .withMessageContaining("ALTER TABLE jobs\n  ADD COLUMN id text");
  }

  @Test
  void leavesNothingThatCountsAsFreshEvenWhenTheFileIsAsBefore(@TempDir Path directory)
      throws Exception {
    Project project = Project.in(directory, database).migration("1", GOOD);
    project.generate();
    project.migration("1", BAD);
    assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(project::generate);
    project.migration("1", GOOD);
    assertThat(project.generate().reason())
        .isEqualTo("the last generation did not end, or its stamp is gone");
    assertThat(project.generateWithoutServer().reason()).isEqualTo(Outcome.UP_TO_DATE);
  }

  @Test
  void leavesNoDatabaseOnAGivenServer(@TempDir Path directory) throws Exception {
    Set<String> before = databases();
    Project project = Project.in(directory, database).migration("1", BAD);
    assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(project::generate);
    assertThat(databases()).isEqualTo(before);
  }

  @Test
  void leavesNoServerThatWasStartedForIt(@TempDir Path directory) throws Exception {
    Set<ProcessHandle> before = processes();
    Project project = Project.in(directory, "embedded").migration("1", BAD);
    assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(project::generate);
    assertThat(processes()).isEqualTo(before);
  }

  // A server hangs on one process of this; what that starts in turn comes and goes.
  private static Set<ProcessHandle> processes() {
    return ProcessHandle.current().children().collect(Collectors.toSet());
  }

  private Set<String> databases() throws SQLException {
    Set<String> names = new TreeSet<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT datname FROM pg_database")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
