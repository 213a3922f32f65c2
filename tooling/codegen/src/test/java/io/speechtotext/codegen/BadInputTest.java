package io.speechtotext.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.speechtotext.migrator.InvalidMigrationsException;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgresException;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each is refused with its cause and the remedy, and what was generated before stays fresh. */
@ExtendWith(ThrowawayPostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class BadInputTest {

  private final Project fresh;
  private Project project;

  BadInputTest(ThrowawayDatabase database, @TempDir Path directory) throws Exception {
    fresh = Project.in(directory, database).migration("1", "CREATE TABLE jobs (id int);");
    fresh.generate();
    project = fresh;
  }

  @BeforeEach
  void copyTheFreshProject(@TempDir Path directory) throws Exception {
    project = fresh.copiedTo(directory);
  }

  @AfterEach
  void leavesOutputAndStampAsTheyWere() throws Exception {
    assertThat(project.generated()).isEqualTo(fresh.generated());
    assertThat(project.stamp()).hasSameBinaryContentAs(fresh.stamp());
  }

  @Test
  void refusesAConfigurationThatNamesNoMigrations() {
    project.configured(
        configuration ->
            configuration.getGenerator().getDatabase().getProperties().get(0).setKey("other"));
    assertThatIllegalArgumentException()
        .isThrownBy(project::generate)
        .withMessageContaining("lacks the database property 'migrations'")
        .withMessageContaining("Next: add <property><key>migrations</key>");
  }

  @Test
  void refusesADirectoryThatIsNotThere() {
    project.configured(
        configuration ->
            configuration
                .getGenerator()
                .getDatabase()
                .getProperties()
                .get(0)
                .setValue("elsewhere"));
    assertThatExceptionOfType(InvalidMigrationsException.class)
        .isThrownBy(project::generate)
        .withMessageContaining(project.directory().resolve("elsewhere").toString())
        .withMessageContaining("no such directory");
  }

  @Test
  void refusesAnEmptyDirectory() throws Exception {
    Files.delete(project.migrations().resolve("V1__test.sql"));
    Files.delete(project.migrations().resolve("U1__test.sql"));
    assertThatExceptionOfType(InvalidMigrationsException.class)
        .isThrownBy(project::generate)
        .withMessageContaining("there is no migration here; write V1__<description>.sql");
  }

  @Test
  void refusesAFileThatWouldNeverRunAndIsFreshAgainWithoutIt() throws Exception {
    project.write("v2__lower.sql", "SELECT 1;");
    assertThatExceptionOfType(InvalidMigrationsException.class)
        .isThrownBy(project::generate)
        .withMessageContaining("v2__lower.sql: the prefix is a capital letter");
    Files.delete(project.migrations().resolve("v2__lower.sql"));
    assertThat(project.generateWithoutServer().reason()).isEqualTo(Outcome.UP_TO_DATE);
  }

  @Test
  void failsWhereAServerIsNeededAndThereIsNone() throws Exception {
    project.write("V1__test.sql", "CREATE TABLE jobs (id bigint);");
    assertThatExceptionOfType(ThrowawayPostgresException.class)
        .isThrownBy(project::generateWithoutServer)
        .withMessageContaining("The given PostgreSQL server cannot be used");
    project.write("V1__test.sql", "CREATE TABLE jobs (id int);").generate();
  }
}
