package io.speechtotext.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whenever it is killed: the files as they were before do not make the output fresh again. */
@ExtendWith(ThrowawayPostgresExtension.class)
class KilledGenerationTest {

  private static final String NOTES = "CREATE TABLE notes (id int);";

  private final Project project;
  private Map<String, String> before = Map.of();

  KilledGenerationTest(ThrowawayDatabase database, @TempDir Path directory) throws Exception {
    project =
        Project.in(directory, database)
            .migration("1", "CREATE TABLE jobs (id int);")
            .migration("2", NOTES)
            .configured(HalfWayStrategy::use);
  }

  @BeforeEach
  void generate() throws Exception {
    project.generate();
    before = project.generated();
  }

  @Test
  void neverCountsAsFreshWhenItWasMigrating() throws Exception {
    project.migration("2", "SELECT pg_sleep(3600);");
    killChildAt("ready in");
    assertThat(project.generated()).isEqualTo(before);
    assertGeneratesTheSameAgain();
  }

  @Test
  void neverCountsAsFreshWhenItWasGenerating() throws Exception {
    project.migration("2", "CREATE TABLE notes (id int, text text);");
    killChildAt(HalfWayStrategy.EVIDENCE);
    assertThat(project.generated()).isNotEqualTo(before);
    assertGeneratesTheSameAgain();
  }

  private void killChildAt(String line) throws Exception {
    try (ChildJvm child = ChildJvm.generating(project, "-D" + HalfWayStrategy.STOP_AT + "=notes")) {
      child.killAt(line);
    }
  }

  private void assertGeneratesTheSameAgain() throws Exception {
    project.migration("2", NOTES);
    assertThat(project.generate().reason())
        .isEqualTo("the last generation did not end, or its stamp is gone");
    assertThat(project.generated()).isEqualTo(before);
    assertThat(project.generateWithoutServer().reason()).isEqualTo(Outcome.UP_TO_DATE);
  }
}
