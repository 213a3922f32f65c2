package io.speechtotext.migrator.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.migrator.Version;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The scripts, run by the program that they are for. */
@Tag("ci")
@ExtendWith(ThrowawayPostgresExtension.class)
class PsqlTest {

  private final Sandbox sandbox;

  PsqlTest(ThrowawayPostgres server, @TempDir Path path) {
    sandbox = Sandbox.on(server, path);
  }

  @BeforeEach
  void writeThreeVersions() throws IOException {
    sandbox
        .write(
            "1",
            "CREATE TABLE t (n int, word text); -- :lose_data\nCOPY t FROM STDIN;\n1\tkůň :n \\\\x\n\\.\n",
            "DROP TABLE t;")
        .write("2", "ALTER TABLE t ADD COLUMN m text DEFAULT E'it\\'s'", "ALTER TABLE t DROP m;")
        .write("3", "CREATE INDEX CONCURRENTLY i ON t (n);", "DROP INDEX CONCURRENTLY i;");
  }

  @AfterEach
  void drop() {
    sandbox.close();
  }

  @Test
  void leadsUpAndDown() throws Exception {
    Psql up = Psql.run(sandbox.database(), sandbox.script().between("base", "3"));
    assertThat(up.exitCode()).as(up.output()).isZero();
    assertThat(sandbox.isValidForFlyway()).isTrue();
    assertThat(sandbox.migrator().up().applied()).isEmpty();
    assertThat(sandbox.rows("SELECT word FROM t")).containsExactly("kůň :n \\x");
    Psql down = Psql.run(sandbox.database(), sandbox.script().between("3", "1"));
    assertThat(down.exitCode()).as(down.output()).isZero();
    assertThat(sandbox.isValidForFlyway()).isTrue();
    assertThat(sandbox.migrator().status().version()).isEqualTo(Version.of("1"));
  }

  @Test
  void refusesToLoseDataUnlessItMay() throws Exception {
    sandbox.migrator().up();
    String script = sandbox.script().between("3", "base");
    Psql refused = Psql.run(sandbox.database(), script);
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.output())
        .contains("would lose data that is there")
        .contains("version 1: table t: 1 row(s)")
        .contains("-v lose_data=1");
    assertThat(sandbox.migrator().status().version()).isEqualTo(Version.of("3"));
    Psql copied = Psql.run(sandbox.database(), script, "-v", "lose_data=1");
    assertThat(copied.exitCode()).as(copied.output()).isZero();
    assertThat(copied.output()).contains("Copied 1 row(s) of t to undone.v1_t_");
    assertThat(sandbox.migrator().status().version()).isNull();
  }

  @Test
  void losesDataWithoutACopyWhenTold() throws Exception {
    sandbox.migrator().up();
    Psql lost =
        Psql.run(
            sandbox.database(),
            sandbox.script().between("3", "base"),
            "-v",
            "lose_data=1",
            "-v",
            "no_copy=1");
    assertThat(lost.exitCode()).as(lost.output()).isZero();
    assertThat(sandbox.rows("SELECT to_regnamespace('undone')")).containsExactly("null");
  }

  @Test
  void stopsAtTheFirstFailureWithWhatWasDoneBeforeIt() throws Exception {
    sandbox.write("2", "ALTER TABLE t ADD COLUMN m int; SELECT nothing;", "SELECT 1;");
    Psql failed = Psql.run(sandbox.database(), sandbox.script().between("base", "3"));
    assertThat(failed.exitCode()).isEqualTo(3);
    assertThat(sandbox.migrator().status().version()).isEqualTo(Version.of("1"));
    assertThat(sandbox.isValidForFlyway()).isTrue();
  }

  @Test
  void doesAllOrNothingInOneTransaction() throws Exception {
    String up = sandbox.script().inSingleTransaction("base", "2");
    Psql forgotten = Psql.run(sandbox.database(), up);
    assertThat(forgotten.exitCode()).isEqualTo(3);
    assertThat(forgotten.output()).contains("SAVEPOINT can only be used in transaction blocks");
    Psql done = Psql.run(sandbox.database(), up, "-1");
    assertThat(done.exitCode()).as(done.output()).isZero();
    assertThat(sandbox.isValidForFlyway()).isTrue();
    Psql refused =
        Psql.run(sandbox.database(), sandbox.script().inSingleTransaction("2", "base"), "-1");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(sandbox.migrator().status().version()).isEqualTo(Version.of("2"));
  }
}
