package io.speechtotext.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The entrypoint of the image, run on this machine instead of in a container. */
@FromTemplate(MigratedSchema.class)
class DockerEntrypointTest {

  private static final Path SCRIPT = Path.of("../bin/docker-entrypoint").toAbsolutePath();

  @TempDir Path path;
  private final ThrowawayDatabase database;
  // To see that a migration is begun, without waiting for all of it again.
  private final String migrated;

  DockerEntrypointTest(ThrowawayPostgres server, ThrowawayDatabase copy) {
    database = server.createDatabase();
    migrated = MigratedSchema.url(copy, copy.password());
  }

  @BeforeEach
  void putSttOnThePath() throws IOException {
    Path stt = path.resolve("stt");
    Files.writeString(
        stt,
        """
        #!/bin/sh
        exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' io.speechtotext.app.cli.Stt "$@"
        """
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path")));
    Files.setPosixFilePermissions(stt, PosixFilePermissions.fromString("rwx------"));
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void waitsMigratesAndBecomesTheCommand() throws Exception {
    Run run = start(Map.of(), "echo", "the command");
    assertThat(run.output())
        .contains("Waiting for " + MigratedSchema.settings(database, "").describe())
        .contains("V6 add job processed text: applied")
        .endsWith("the command\n");
    assertThat(run.exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRUE", "on"})
  void takesAnyYesForYes(String yes) throws Exception {
    Run run = start(Map.of("AUTO_MIGRATE", yes, "DATABASE_URL", migrated), "true");
    assertThat(run.output()).contains("Nothing to do: the database is at V");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "No"})
  void leavesTheDatabaseAloneWhenToldSoAndSaysHowToMigrate(String no) throws Exception {
    Run run = start(Map.of("AUTO_MIGRATE", no), "echo", "the command");
    assertThat(run.output()).doesNotContain("V6 ").contains("stt db up").endsWith("the command\n");
  }

  @Test
  void refusesWhatIsNeitherYesNorNo() throws Exception {
    Run run = start(Map.of("AUTO_MIGRATE", "perhaps"), "echo", "the command");
    assertThat(run.output()).contains("AUTO_MIGRATE is 'perhaps'").doesNotContain("the command");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void doesNotStartTheCommandWhenTheMigrationFails() throws Exception {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE jobs (n int)");
    }
    Run run = start(Map.of(), "echo", "the command");
    assertThat(run.output()).contains("The database holds tables").doesNotContain("the command");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void failsInTimeOnAWrongPasswordAndDoesNotPrintIt() throws Exception {
    String wrong = MigratedSchema.url(database, "s3cret");
    Run run =
        start(Map.of("DATABASE_URL", wrong, "DB_WAIT_TIMEOUT", "100ms"), "echo", "the command");
    assertThat(run.output())
        .contains("password authentication failed")
        .doesNotContain("s3cret")
        .doesNotContain("the command");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void keepsTheOwnersUrlFromTheCommand() throws Exception {
    Run run = start(Map.of("MIGRATION_DATABASE_URL", migrated), "env");
    assertThat(run.output())
        .contains("Nothing to do: the database is at V")
        .doesNotContain("MIGRATION_DATABASE_URL");
  }

  private Run start(Map<String, String> variables, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString()).redirectErrorStream(true);
    builder.command().addAll(java.util.List.of(command));
    builder.environment().put("DATABASE_URL", MigratedSchema.url(database, database.password()));
    builder.environment().merge("PATH", path.toString(), (old, own) -> own + ":" + old);
    builder.environment().putAll(variables);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(output, process.waitFor());
  }

  private record Run(String output, int exitCode) {}
}
