package io.speechtotext.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
class OutputTest {

  private static final String PACKAGE = "io/speechtotext/jooq/";
  private static final String ROW_TYPE = PACKAGE + "tables/pojos/Job.java";

  private final Project fresh;
  private Project project;

  OutputTest(ThrowawayDatabase database, @TempDir Path directory) throws Exception {
    fresh =
        Project.in(directory, database)
            .migration("1", "CREATE TABLE jobs (id int);")
            .migration("2", "CREATE TABLE notes (id int);");
    fresh.generate();
    project = fresh;
  }

  @BeforeEach
  void copyTheFreshProject(@TempDir Path directory) throws Exception {
    project = fresh.copiedTo(directory);
  }

  @Test
  void isMadeAnewWhenAFileWasEdited() throws Exception {
    Path file = project.output().resolve(ROW_TYPE);
    Files.writeString(file, Files.readString(file).replace("Integer", "Long"));
    assertThat(project.generate().reason()).isEqualTo(ROW_TYPE + " changed");
    assertAsBefore();
  }

  @Test
  void isMadeAnewWhenAFileWasDeleted() throws Exception {
    Files.delete(project.output().resolve(ROW_TYPE));
    assertThat(project.generate().reason()).isEqualTo(ROW_TYPE + " is gone");
    assertAsBefore();
  }

  @Test
  void isMadeAnewWhenAClassWasAdded() throws Exception {
    Files.writeString(project.output().resolve(PACKAGE + "Foreign.java"), "class Foreign {}");
    assertThat(project.generate().reason()).isEqualTo(PACKAGE + "Foreign.java is new");
    assertAsBefore();
  }

  @Test
  void losesTheClassesOfATableThatIsNoMore() throws Exception {
    project.write("V2__test.sql", "SELECT 1;").generate();
    assertThat(project.generated()).containsKey(ROW_TYPE);
    assertThat(project.generated().keySet()).noneMatch(file -> file.contains("Note"));
  }

  @Test
  void isNotFreshWhenOneFileCouldNotBeWritten() throws Exception {
    Path inTheWay = project.output().resolve(ROW_TYPE);
    Files.delete(inTheWay);
    Path file = Files.createFile(Files.createDirectory(inTheWay).resolve("file"));
    assertThatThrownBy(project::generate).hasStackTraceContaining(inTheWay.toString());
    Files.delete(file);
    Files.delete(inTheWay);
    assertThat(project.generate().reason()).isNotEqualTo(Outcome.UP_TO_DATE);
    assertAsBefore();
  }

  private void assertAsBefore() throws Exception {
    assertThat(project.generated()).isEqualTo(fresh.generated());
    assertThat(project.generateWithoutServer().reason()).isEqualTo(Outcome.UP_TO_DATE);
  }
}
