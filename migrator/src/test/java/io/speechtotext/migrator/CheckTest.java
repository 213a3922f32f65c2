package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.speechtotext.migrator.snapshot.Difference;
import io.speechtotext.migrator.snapshot.Snapshot;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

@ExtendWith(ThrowawayPostgresExtension.class)
class CheckTest {

  private final ThrowawayDatabase database;
  private final Migrations migrations;
  private final Migrator migrator;
  private Snapshot expected;

  CheckTest(ThrowawayPostgres server, @TempDir Path path) throws Exception {
    database = server.createDatabase();
    Directory directory = new Directory(path);
    directory.pair("1", "make_it", "CREATE TABLE jobs (id int, status varchar(50) NOT NULL);");
    migrations = directory.read();
    migrator = new Migrator(database.dataSource(), migrations);
    expected = Snapshot.parse("# Snapshot of a PostgreSQL schema, format 1\n");
  }

  @BeforeEach
  void migrate() throws SQLException {
    migrator.up();
    try (Connection connection = database.connect()) {
      expected = Snapshot.of(connection);
    }
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void findsNothingWhereNothingWasChanged() {
    assertThat(migrator.check(expected)).isEmpty();
    assertThatNoException().isThrownBy(() -> migrator.verify(expected));
  }

  @Test
  void listsEveryDifferenceAndVerifiesThatNoneBreaks() throws Exception {
    execute("CREATE INDEX ix_jobs_id ON jobs (id); ALTER TABLE jobs ADD note text");
    assertThat(migrator.check(expected))
        .map(Difference::toString)
        .containsExactly(
            "jobs.note: expected nothing, found text",
            "jobs.ix_jobs_id: expected nothing, found index btree (id)");
    assertThatNoException().isThrownBy(() -> migrator.verify(expected));
  }

  @Test
  void failsToVerifyWithThoseThatBreakAlone() throws Exception {
    execute("CREATE INDEX ix_jobs_id ON jobs (id)");
    execute("ALTER TABLE jobs ALTER status TYPE text, ALTER status DROP NOT NULL");
    assertThatExceptionOfType(SchemaMismatchException.class)
        .isThrownBy(() -> migrator.verify(expected))
        .withMessage(
            """
            The database is not what this build was made for, and would break it:
              jobs.status: expected varchar(50) not null, found text
            Next: bring the database to this build's version, or take the build that fits the\
             database.""")
        .satisfies(e -> assertThat(e.differences()).hasSize(1));
  }

  @Test
  void saysThatADatabaseCannotBeUsed() {
    PGSimpleDataSource wrong = new PGSimpleDataSource();
    wrong.setUrl(database.jdbcUrl());
    wrong.setUser("nobody_here");
    wrong.setPassword("wrong");
    assertThatExceptionOfType(DatabaseUnavailableException.class)
        .isThrownBy(() -> new Migrator(wrong, migrations).check(expected))
        .withMessageContaining("nobody_here");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
