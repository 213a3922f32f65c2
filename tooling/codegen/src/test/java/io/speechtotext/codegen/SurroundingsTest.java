package io.speechtotext.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where it runs, and on what server, shows neither in the output nor in the stamp. */
@ExtendWith(ThrowawayPostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class SurroundingsTest {

  private final ThrowawayDatabase database;
  private final Project fresh;

  SurroundingsTest(ThrowawayDatabase database, @TempDir Path directory) throws Exception {
    this.database = database;
    fresh = Project.in(directory, database).migration("1", HostileMigration.SQL);
    fresh.generate();
  }

  @Test
  void areNoReasonToGenerateWhenTheServerIsAnother() throws Exception {
    assertThat(fresh.generateWithoutServer().reason()).isEqualTo(Outcome.UP_TO_DATE);
  }

  @Test
  void areNoReasonToGenerateWhenTheDirectoryIsAnother(@TempDir Path directory) throws Exception {
    Project moved = fresh.copiedTo(directory.resolve("another check-out"));
    assertThat(moved.generateWithoutServer().reason()).isEqualTo(Outcome.UP_TO_DATE);
  }

  @Test
  void doNotShowInWhatIsGeneratedOnAnotherRung(@TempDir Path directory) throws Exception {
    Project embedded = Project.in(directory, "embedded").migration("1", HostileMigration.SQL);
    embedded.generate();
    assertSameAsFresh(embedded);
  }

  @Test
  void doNotShowInWhatIsGeneratedOnAServerWithOtherHabits(@TempDir Path directory)
      throws Exception {
    String role = "other_habits_" + ProcessHandle.current().pid();
    execute("CREATE ROLE " + role + " LOGIN CREATEDB PASSWORD 'x'");
    try {
      execute("ALTER ROLE " + role + " SET IntervalStyle = 'iso_8601'");
      execute("ALTER ROLE " + role + " SET bytea_output = 'escape'");
      execute("ALTER ROLE " + role + " SET quote_all_identifiers = on");
      Project project =
          Project.in(directory, database, role, "x").migration("1", HostileMigration.SQL);
      project.generate();
      assertSameAsFresh(project);
    } finally {
      execute("DROP ROLE " + role);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void assertSameAsFresh(Project other) throws Exception {
    assertThat(other.generated()).isEqualTo(fresh.generated());
    assertThat(Files.readString(other.stamp())).isEqualTo(Files.readString(fresh.stamp()));
  }
}
