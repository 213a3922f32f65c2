package io.speechtotext.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ThrowawayPostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class FreshnessTest {

  private static final String TABLES = "io/speechtotext/jooq/Tables.java";

  private final Project fresh;
  private final Outcome firstRun;

  FreshnessTest(ThrowawayDatabase database, @TempDir Path directory) throws Exception {
    fresh =
        Project.in(directory, database)
            .migration("1", "CREATE TABLE jobs (id int PRIMARY KEY);")
            .migration("2", "CREATE TABLE notes (id int PRIMARY KEY, text text);");
    firstRun = fresh.generate();
  }

  @Test
  void generatesOnTheFirstRun() throws Exception {
    assertThat(firstRun.reason()).isEqualTo("nothing was generated yet");
    assertThat(fresh.generated()).containsKey(TABLES);
  }

  @Test
  void isUpToDateOnTheSecondRunAndContactsNoServer() throws Exception {
    assertThat(fresh.generateWithoutServer().reason()).isEqualTo(Outcome.UP_TO_DATE);
  }

  @Test
  void isUpToDateWhateverIsAllowedBesideAScript(@TempDir Path directory) throws Exception {
    Project project = fresh.copiedTo(directory);
    project.write("V2__test.safety", "allow weak-type on notes.id: it is a test");
    assertThat(project.generateWithoutServer().reason()).isEqualTo(Outcome.UP_TO_DATE);
  }

  @Test
  void generatesOnDemandThoughNothingChanged(@TempDir Path directory) throws Exception {
    Project project = fresh.copiedTo(directory);
    Outcome forced = new SystemProperty("schema.regenerate", "").during(project::generate);
    assertThat(forced.reason()).isEqualTo("it was asked for");
    assertThat(project.generateWithoutServer().reason()).isEqualTo(Outcome.UP_TO_DATE);
    assertThat(project.generated()).isEqualTo(fresh.generated());
  }
}
