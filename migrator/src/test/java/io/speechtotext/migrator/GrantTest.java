package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.speechtotext.migrator.grant.GrantedRole;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Two roles: one owns and migrates, the other serves. */
@ExtendWith(ThrowawayPostgresExtension.class)
class GrantTest {

  private static final String NOT_ALLOWED = "42501";

  private final ThrowawayDatabase elsewhere;
  private final Project project;
  private final String owner;
  // A name that has to be quoted, and that is no format.
  private final String service;

  GrantTest(ThrowawayPostgres server, ThrowawayDatabase elsewhere, @TempDir Path path) {
    this.elsewhere = elsewhere;
    project = Project.on(server, path);
    String database = project.database().name();
    String unique = database.substring(database.length() - 16);
    owner = "owner_" + unique;
    service = "the \"Service\" %s " + unique;
  }

  @BeforeEach
  void makeRolesAndMigrate() throws Exception {
    execute("CREATE ROLE " + owner + " LOGIN PASSWORD 'pw'");
    execute("CREATE ROLE " + quoted(service) + " LOGIN PASSWORD 'pw'");
    execute("ALTER DATABASE " + project.database().name() + " OWNER TO " + owner);
    execute("ALTER SCHEMA public OWNER TO " + owner);
    project.pair(
        "1",
        "make_it",
        """
        CREATE TABLE "Jobs" (id serial PRIMARY KEY, n int);
        CREATE VIEW few AS SELECT n FROM "Jobs";
        CREATE TABLE alembic_version (version_num varchar(32));
        """);
    migrator().up();
  }

  @AfterEach
  void dropDatabaseAndRoles() throws SQLException {
    project.close();
    try (Connection connection = elsewhere.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP ROLE " + owner);
      statement.execute("DROP ROLE " + quoted(service));
    }
  }

  @Test
  void letsTheServiceReadAndWriteRows() throws Exception {
    assertThat(migrator().grantTo(service))
        .isEqualTo(
            new GrantedRole(
                service,
                List.of("public.\"Jobs\"", "public.few"),
                List.of("public.\"Jobs_id_seq\"")));
    assertAllowed("INSERT INTO \"Jobs\" (n) VALUES (1) RETURNING id");
    assertAllowed("UPDATE \"Jobs\" SET n = 2");
    assertAllowed("SELECT n FROM few");
    assertAllowed("DELETE FROM \"Jobs\"");
  }

  @Test
  void letsTheServiceReadTheHistory() throws Exception {
    migrator().grantTo(service);
    assertAllowed("SELECT version FROM flyway_schema_history");
  }

  @Test
  void letsTheServiceDoNothingElse() {
    migrator().grantTo(service);
    assertRefused("INSERT INTO flyway_schema_history SELECT * FROM flyway_schema_history");
    assertRefused("UPDATE flyway_schema_history SET success = false");
    assertRefused("DELETE FROM flyway_schema_history");
    assertRefused("SELECT * FROM alembic_version");
    assertRefused("TRUNCATE \"Jobs\"");
    assertRefused("ALTER TABLE \"Jobs\" ADD m int");
    assertRefused("CREATE TABLE jobs (n int)");
    assertRefused("SELECT setval('\"Jobs_id_seq\"', 1)");
  }

  @Test
  void holdsForTablesThatAreMadeLater() throws Exception {
    migrator().grantTo(service);
    project.pair("2", "more", "CREATE TABLE later (id serial PRIMARY KEY, n int);");
    migrator().up();
    assertAllowed("INSERT INTO later (n) VALUES (1)");
    assertRefused("TRUNCATE later");
  }

  @Test
  void takesBackWhatIsTooMuch() throws Exception {
    execute("GRANT ALL ON flyway_schema_history, alembic_version TO " + quoted(service));
    migrator().grantTo(service);
    migrator().grantTo(service);
    assertRefused("DELETE FROM flyway_schema_history");
    assertRefused("SELECT * FROM alembic_version");
  }

  @Test
  void takesTheRightToMakeTablesFromEverybody() throws Exception {
    execute("GRANT CREATE ON SCHEMA public TO PUBLIC");
    migrator().grantTo(service);
    assertRefused("CREATE TABLE mine (n int)");
  }

  @Test
  void refusesARoleThatIsMissing() {
    assertThatExceptionOfType(GrantRefusedException.class)
        .isThrownBy(() -> migrator().grantTo("No One"))
        .withMessageContaining("no role 'No One'")
        .withMessageContaining("CREATE ROLE \"No One\" LOGIN");
  }

  @Test
  void refusesTheOwnerItself() {
    assertThatExceptionOfType(GrantRefusedException.class)
        .isThrownBy(() -> migrator().grantTo(owner))
        .withMessageContaining("is the role that migrates");
  }

  @Test
  void refusesWhileOthersOwnTheSchemaWhereEverybodyMakesTables() throws Exception {
    execute("ALTER SCHEMA public OWNER TO CURRENT_USER");
    execute("GRANT CREATE ON SCHEMA public TO PUBLIC");
    assertThatExceptionOfType(GrantRefusedException.class)
        .isThrownBy(() -> migrator().grantTo(service))
        .withMessageContaining("ALTER SCHEMA public OWNER TO " + owner);
    assertRefused("SELECT n FROM few");
  }

  @Test
  void refusesBeforeThereIsAHistory() throws Exception {
    execute("DROP TABLE flyway_schema_history");
    assertThatExceptionOfType(GrantRefusedException.class)
        .isThrownBy(() -> migrator().grantTo(service))
        .withMessageContaining("migrate the database first");
  }

  private Migrator migrator() {
    return new Migrator(as(owner), project.directory().read());
  }

  private void assertAllowed(String sql) {
    assertThatNoException().isThrownBy(() -> serve(sql));
  }

  private void assertRefused(String sql) {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> serve(sql))
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo(NOT_ALLOWED));
  }

  private void serve(String sql) throws SQLException {
    try (Connection connection = as(service).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private PGSimpleDataSource as(String role) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(project.database().jdbcUrl());
    source.setUser(role);
    source.setPassword("pw");
    return source;
  }

  private void execute(String sql) throws SQLException {
    project.execute(sql);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
