package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.migrator.adopt.AdoptableVersions;
import io.speechtotext.migrator.adopt.AdoptionTerms;
import io.speechtotext.migrator.session.DatabaseWait;
import io.speechtotext.migrator.snapshot.Snapshot;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

@Tag("ci")
@ExtendWith(ThrowawayPostgresExtension.class)
class PoolerTest {

  private static final String TAKES_ANY_CLIENT = "ignore_startup_parameters = extra_float_digits";

  @TempDir Path configuration;
  private final Project project;

  PoolerTest(ThrowawayPostgres server, @TempDir Path path) {
    project = Project.on(server, path);
  }

  @BeforeEach
  void writeMigration() throws IOException {
    project.pair("1", "make_it", "CREATE TABLE t (n int);");
  }

  @AfterEach
  void dropDatabase() {
    project.close();
  }

  @Test
  void isRefusedByEveryoneWhoComes() throws Exception {
    try (Pooler pooler = Pooler.before(project.database(), configuration, TAKES_ANY_CLIENT)) {
      Migrator migrator = new Migrator(pooler.dataSource(), project.directory().read());
      List<CompletableFuture<Throwable>> starters =
          Stream.generate(() -> failureOf(migrator)).limit(8).toList();
      assertThat(starters)
          .allSatisfy(
              each ->
                  assertThat(each.join())
                      .rootCause()
                      .isInstanceOf(PoolerException.class)
                      .hasMessageContaining(pooler.address() + " is a connection pooler")
                      .hasMessageContaining("MIGRATION_DATABASE_URL"));
    }
    assertThat(project.query("SELECT to_regclass('flyway_schema_history')")).isNull();
  }

  @Test
  void isRefusedByEveryCommandThatChangesSomething() throws Exception {
    project.up();
    try (Pooler pooler = Pooler.before(project.database(), configuration, TAKES_ANY_CLIENT)) {
      DataSource source = pooler.dataSource();
      Migrator migrator = new Migrator(source, project.directory().read());
      UndoneCopies copies = new UndoneCopies(source, MigratorSettings.defaults());
      AdoptableVersions none = new AdoptableVersions(Map.of(), Map.of());
      List<Runnable> commands =
          List.of(
              migrator::up,
              () -> migrator.down(1, DataLoss.DISCARD),
              () -> migrator.downTo(Migrator.BASE, DataLoss.DISCARD),
              () -> migrator.adopt(none, AdoptionTerms.strict()),
              migrator::repair,
              migrator::reset,
              () -> migrator.grantTo("pg_signal_backend"),
              () -> copies.drop("any"),
              copies::dropAll);
      for (Runnable command : commands) {
        assertThatExceptionOfType(PoolerException.class).isThrownBy(command::run);
      }
    }
    assertThat(project.query("SELECT count(*) FROM t")).isNotEmpty();
  }

  @Test
  void isRefusedWhenItRefusesFirst() throws Exception {
    try (Pooler pooler = Pooler.before(project.database(), configuration, "")) {
      Migrator migrator = new Migrator(refused(pooler), project.directory().read());
      assertThatExceptionOfType(PoolerException.class)
          .isThrownBy(migrator::up)
          .withMessageContaining(pooler.address() + " is a connection pooler")
          .withMessageContaining("MIGRATION_DATABASE_URL");
    }
  }

  @Test
  void isNamedToThoseWhoOnlyReadWhenItRefuses() throws Exception {
    try (Pooler pooler = Pooler.before(project.database(), configuration, "")) {
      Migrator migrator = new Migrator(refused(pooler), project.directory().read());
      UndoneCopies copies = new UndoneCopies(refused(pooler), MigratorSettings.defaults());
      assertThatExceptionOfType(PoolerException.class).isThrownBy(migrator::repairPlan);
      assertThatExceptionOfType(PoolerException.class).isThrownBy(migrator::rowCounts);
      assertThatExceptionOfType(PoolerException.class).isThrownBy(copies::list);
    }
  }

  @Test
  void isNoHindranceToThoseWhoOnlyReadWhenItTakesThem() throws Exception {
    project.up();
    try (Pooler pooler = Pooler.before(project.database(), configuration, TAKES_ANY_CLIENT)) {
      Migrator migrator = new Migrator(pooler.dataSource(), project.directory().read());
      assertThat(migrator.status().pending()).isEmpty();
      assertThat(migrator.history()).hasSize(1);
      assertThat(migrator.repairPlan()).isEmpty();
      assertThat(migrator.rowCounts()).containsOnlyKeys("t");
      try (Connection direct = project.database().connect()) {
        assertThat(migrator.check(Snapshot.of(direct))).isEmpty();
      }
    }
  }

  @Test
  void leadsToADatabaseThatCanBeWaitedFor() throws Exception {
    try (Pooler pooler = Pooler.before(project.database(), configuration, TAKES_ANY_CLIENT)) {
      DatabaseWait.untilReady(pooler.dataSource(), Duration.ofSeconds(10));
    }
  }

  // A schema is a startup parameter, which the pooler does not know.
  private static DataSource refused(Pooler pooler) {
    PGSimpleDataSource source = pooler.dataSource();
    source.setCurrentSchema("public");
    return source;
  }

  private static CompletableFuture<Throwable> failureOf(Migrator migrator) {
    return CompletableFuture.supplyAsync(migrator::up).handle((run, failure) -> failure);
  }
}
