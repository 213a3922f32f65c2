package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.speechtotext.migrator.guard.UndoneCopy;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ThrowawayPostgresExtension.class)
class UndoneCopiesTest {

  private final Project project;
  private final UndoneCopies copies;

  UndoneCopiesTest(ThrowawayPostgres server, @TempDir Path path) {
    this.project = Project.on(server, path);
    this.copies = new UndoneCopies(project.database().dataSource(), MigratorSettings.defaults());
  }

  @AfterEach
  void dropDatabase() {
    project.close();
  }

  @Test
  void areNoneWhereNothingWasUndone() {
    assertThat(copies.list()).isEmpty();
    assertThat(copies.dropAll()).isEmpty();
  }

  @Test
  void sayWhatTheyAre() throws Exception {
    copyTwo();
    List<UndoneCopy> found = copies.list();
    assertThat(found).hasSize(2);
    assertThat(found.get(1).name()).startsWith("v1_5_a_");
    UndoneCopy first = found.get(0);
    assertThat(first.name()).startsWith("v1_5_T x_");
    assertThat(first.table()).isEqualTo("s.\"T x\"");
    assertThat(first.version()).isEqualTo(Version.of("1.5"));
    assertThat(first.rows()).isEqualTo(2);
    assertThat(first.sizeInBytes()).isPositive();
    assertThat(first.copiedAt())
        .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(600));
  }

  @Test
  void areDroppedByName() throws Exception {
    copyTwo();
    UndoneCopy first = copies.list().get(0);
    assertThat(copies.drop(first.name())).isEqualTo(first);
    assertThat(copies.list()).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> copies.drop(first.name()))
        .withMessageContaining("There is no copy '" + first.name() + "' in schema undone");
  }

  @Test
  void areDroppedTogetherWithoutWhatIsNoCopy() throws Exception {
    copyTwo();
    project.execute("CREATE TABLE undone.mine (n int); COMMENT ON TABLE undone.mine IS 'mine'");
    assertThat(copies.dropAll()).hasSize(2);
    assertThat(copies.list()).isEmpty();
    assertThat(project.query("SELECT to_regclass('undone.mine')")).isEqualTo("undone.mine");
  }

  private void copyTwo() throws Exception {
    project
        .file(
            "V1.5__a.sql",
            """
            CREATE SCHEMA s;
            CREATE TABLE s."T x" AS SELECT generate_series(1, 2) AS n;
            CREATE TABLE a AS SELECT 1 AS n;
            """)
        .file("U1.5__a.sql", "DROP TABLE s.\"T x\", a; DROP SCHEMA s;");
    project.up();
    project.migrator().down(1, DataLoss.COPY);
  }
}
