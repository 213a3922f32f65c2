package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A script that runs outside a transaction. */
@ExtendWith(ThrowawayPostgresExtension.class)
class OutsideTransactionTest {

  private final Project project;

  OutsideTransactionTest(ThrowawayPostgres server, @TempDir Path path) {
    project = Project.on(server, path);
  }

  @BeforeEach
  void makeTable() throws IOException {
    project.pair("1", "make_it", "CREATE TABLE t (n int); CREATE INDEX ix ON t (n);").up();
  }

  @AfterEach
  void dropDatabase() {
    project.close();
  }

  @Test
  void doesNotMoveWhatFollowsItToAnotherSchema() throws Exception {
    outside("CREATE SCHEMA app; SET search_path TO app, public; ANALYZE t;");
    project.pair("3", "make_more", "CREATE TABLE more ();");
    assertThat(project.up().version()).isEqualTo(Version.of("3"));
    assertThat(project.query("SELECT to_regclass('public.more')")).isEqualTo("more");
    assertThat(project.query("SELECT count(*) FROM pg_class WHERE relname = 'more'"))
        .isEqualTo("1");
    assertThat(project.query("SELECT count(*) FROM public.flyway_schema_history")).isEqualTo("3");
  }

  @Test
  void mayMakeAnIndexAnewThatItDropsFirst() throws Exception {
    outside(
        """
        DROP INDEX CONCURRENTLY IF EXISTS ix;
        CREATE INDEX CONCURRENTLY ix ON t (n DESC);
        """);
    project.up();
    assertThat(project.query("SELECT pg_get_indexdef('ix'::regclass)")).contains("n DESC");
  }

  @Test
  void mayNotDropAnIndexOnlyAfterItMakesOneOfItsName() throws Exception {
    outside(
        """
        DROP INDEX CONCURRENTLY IF EXISTS ixx;
        CREATE INDEX CONCURRENTLY ix ON t (n DESC);
        DROP INDEX CONCURRENTLY IF EXISTS ix;
        """);
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(project::up)
        .withMessageContaining("V2__outside.sql, line 2: the index ix is there already");
  }

  @Test
  void isNotSaidToBeRolledBackWhenItLosesADeadlock() throws Exception {
    project.file("V2__outside.sql", "SELECT 1;");
    project.file(
        "U2__outside.sql",
        "CREATE TABLE stays (); DO $$ BEGIN RAISE 'embraced' USING ERRCODE = '40P01'; END $$;");
    project.file("U2__outside.sql.conf", "executeInTransaction=false").up();
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(() -> project.migrator().down(1, DataLoss.DISCARD))
        .withMessageContaining("embraced")
        .withMessageContaining("what stood before this statement has happened")
        .satisfies(e -> assertThat(e).hasMessageNotContaining("rolled back as a whole"));
    assertThat(project.query("SELECT to_regclass('stays')")).isEqualTo("stays");
  }

  private void outside(String sql) throws IOException {
    project.pair("2", "outside", sql).file("V2__outside.sql.conf", "executeInTransaction=false");
  }
}
