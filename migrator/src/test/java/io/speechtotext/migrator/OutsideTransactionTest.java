package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;

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

  private void outside(String sql) throws IOException {
    project.pair("2", "outside", sql).file("V2__outside.sql.conf", "executeInTransaction=false");
  }
}
