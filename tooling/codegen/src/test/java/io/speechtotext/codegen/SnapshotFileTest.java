package io.speechtotext.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ThrowawayPostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class SnapshotFileTest {

  private static final String TEXT =
      """
      # Snapshot of a PostgreSQL schema, format 1

      table jobs
        column id: integer
      """;

  private final Project fresh;
  private Project project;

  SnapshotFileTest(ThrowawayDatabase database, @TempDir Path directory) throws Exception {
    fresh = Project.in(directory, database).migration("1", "CREATE TABLE jobs (id int);");
    fresh.generate();
    project = fresh;
  }

  @BeforeEach
  void copyTheFreshProject(@TempDir Path directory) throws Exception {
    project = fresh.copiedTo(directory);
  }

  @Test
  void showsWhatTheMigrationsMakeWithoutTheirBookkeeping() {
    assertThat(fresh.snapshot()).hasContent(TEXT);
  }

  @Test
  void isWrittenAnewWithAMigration() throws Exception {
    Outcome outcome = project.migration("2", "ALTER TABLE jobs ADD note text;").generate();
    assertThat(outcome.lines()).anyMatch(line -> line.contains("Wrote " + project.snapshot()));
    assertThat(project.snapshot()).hasContent(TEXT + "  column note: text\n");
    assertUpToDate();
  }

  @Test
  void isNotWrittenByAMigrationThatChangesNothing() throws Exception {
    Outcome outcome = project.migration("2", "SELECT 1;").generate();
    assertThat(outcome.lines()).noneMatch(line -> line.contains("Wrote"));
    assertUpToDate();
  }

  @Test
  void isMendedWhenSomebodyEditedIt() throws Exception {
    Files.writeString(project.snapshot(), TEXT + "  column mine: text\n");
    assertThat(project.generate().reason()).isEqualTo("schema.snapshot changed");
    assertThat(project.snapshot()).hasContent(TEXT);
    assertUpToDate();
  }

  @Test
  void isMadeWhenItIsGone() throws Exception {
    Files.delete(project.snapshot());
    assertThat(project.generate().reason()).isEqualTo("schema.snapshot is gone");
    assertThat(project.snapshot()).hasContent(TEXT);
    assertUpToDate();
  }

  @Test
  void isLeftStaleAsAnErrorUnderCi() throws Exception {
    project.migration("2", "ALTER TABLE jobs ADD note text;");
    try (ChildJvm child = ChildJvm.generatingUnderCi(project, "true")) {
      assertThat(child.failure())
          .contains("schema.snapshot is not what the migrations make")
          .contains("mvn compile -pl generated-sources -am")
          .contains("\n+  column note: text\n");
    }
    assertThat(project.snapshot()).hasContent(TEXT);
    assertThat(project.stamp()).doesNotExist();
  }

  @Test
  void isNoObstacleUnderCiWhenItIsAsItShouldBe() throws Exception {
    project.migration("2", "SELECT 1;");
    try (ChildJvm child = ChildJvm.generatingUnderCi(project, "true")) {
      assertThat(child.outcome().reason()).isEqualTo("V2__test.sql is new");
    }
  }

  @Test
  void isWrittenWhereCiIsSetToNoOrToNothing() throws Exception {
    Files.delete(project.snapshot());
    try (ChildJvm child = ChildJvm.generatingUnderCi(project, "false")) {
      child.outcome();
    }
    assertThat(project.snapshot()).hasContent(TEXT);
  }

  @Test
  void isNotWrittenWhereNobodyAskedForOne() throws Exception {
    project.configured(
        configuration -> configuration.getGenerator().getDatabase().getProperties().remove(1));
    Files.delete(project.snapshot());
    project.generate();
    assertThat(project.snapshot()).doesNotExist();
    assertUpToDate();
  }

  private void assertUpToDate() throws Exception {
    assertThat(project.generateWithoutServer().reason()).isEqualTo(Outcome.UP_TO_DATE);
  }
}
