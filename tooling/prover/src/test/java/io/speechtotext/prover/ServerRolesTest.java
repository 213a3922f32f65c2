package io.speechtotext.prover;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.source.MigrationFiles;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ThrowawayPostgresExtension.class)
class ServerRolesTest {

  private static final String USERS =
      """
      CREATE TABLE users (
          id bigint GENERATED ALWAYS AS IDENTITY,
          age integer,
          CONSTRAINT users_pkey PRIMARY KEY (id)
      );
      INSERT INTO users (age) VALUES (1), (2);
      """;

  private final ThrowawayPostgres postgres;
  private final Map<String, String> files = new LinkedHashMap<>();
  private int rows;

  ServerRolesTest(ThrowawayPostgres postgres) {
    this.postgres = postgres;
    files.put("V1__users.sql", USERS);
    files.put("U1__users.sql", "DROP TABLE users;");
  }

  @Test
  void provesOnBehindAnUndoThatLeavesARole() throws SQLException {
    files.put(
        "V2__role.sql", "CREATE ROLE roles_test_left; GRANT SELECT ON users TO roles_test_left;");
    files.put("U2__role.sql", "REVOKE ALL ON users FROM roles_test_left;");
    files.put("V3__use.sql", "GRANT INSERT ON users TO roles_test_left;");
    files.put("U3__use.sql", "REVOKE INSERT ON users FROM roles_test_left;");

    List<VersionProof> proofs = prove();

    assertThat(proofs.get(1).findings())
        .singleElement()
        .extracting(Finding::detail)
        .asString()
        .contains("cannot be applied again", "role \"roles_test_left\" already exists");
    assertThat(proofs.get(2).findings()).isEmpty();
    assertThat(proofs.get(2).outcome()).isEqualTo(Outcome.PROVEN);
    assertThat(rolesLike("roles_test_left")).isEmpty();
  }

  @Test
  void findsNothingWhereTheUndoDropsTheRole() throws SQLException {
    rows = 200;
    files.put(
        "V2__role.sql",
        """
        SET lock_timeout = '2s';
        CREATE ROLE roles_test_dropped;
        GRANT SELECT ON users TO roles_test_dropped;
        DELETE FROM users WHERE age IS NULL OR age < 0;
        ALTER TABLE users ADD CONSTRAINT users_age_positive CHECK (age >= 0) NOT VALID;
        """);
    files.put(
        "U2__role.sql",
        """
        SET lock_timeout = '2s';
        ALTER TABLE users DROP CONSTRAINT users_age_positive;
        DROP OWNED BY roles_test_dropped;
        DROP ROLE roles_test_dropped;
        """);
    files.put("V3__valid.sql", "ALTER TABLE users VALIDATE CONSTRAINT users_age_positive;");
    files.put("U3__valid.sql", "SELECT 1;");

    List<VersionProof> proofs = prove();

    assertThat(proofs.get(1).findings())
        .extracting(Finding::detail)
        .noneMatch(detail -> detail.contains("roles_test"));
    assertThat(proofs.get(1).timeAtMoreRows()).isPositive();
    assertThat(proofs.get(2).timeAtMoreRows()).isPositive();
    assertThat(rolesLike("roles_test_dropped")).isEmpty();
  }

  @Test
  void namesTheRowThoughEachTryMakesTheRole() throws SQLException {
    files.put("V2__role.sql", "CREATE ROLE roles_test_row; UPDATE users SET age = 10 / (age - 2);");
    files.put("U2__role.sql", "DROP ROLE roles_test_row;");

    assertThat(prove().get(1).findings())
        .first()
        .extracting(Finding::detail)
        .asString()
        .endsWith("The row: users (2,2)");
    assertThat(rolesLike("roles_test_row")).isEmpty();
  }

  @Test
  void forgetsTheRoleAndTheSearchPathThatAScriptSets() throws SQLException {
    files.put(
        "V2__role.sql",
        """
        CREATE ROLE roles_test_set;
        CREATE SCHEMA other;
        CREATE TABLE other.users (id bigint, CONSTRAINT users_pkey PRIMARY KEY (id));
        GRANT USAGE ON SCHEMA other TO roles_test_set;
        SET search_path = other;
        SET ROLE roles_test_set;
        """);
    files.put(
        "U2__role.sql",
        """
        DROP TABLE other.users;
        DROP SCHEMA other;
        DROP ROLE roles_test_set;
        SET search_path = pg_catalog;
        """);
    files.put("V3__age.sql", "COMMENT ON COLUMN users.age IS 'In years.';");
    files.put("U3__age.sql", "COMMENT ON COLUMN users.age IS NULL;");

    List<VersionProof> proofs = prove();

    assertThat(proofs).flatExtracting(VersionProof::findings).isEmpty();
    assertThat(proofs).flatExtracting(VersionProof::notes).isEmpty();
    assertThat(proofs).extracting(VersionProof::outcome).containsOnly(Outcome.PROVEN);
  }

  private List<VersionProof> prove() throws SQLException {
    List<VersionProof> proofs = new ArrayList<>();
    new Prover(postgres, ProverSettings.defaults().withRowsPerTable(0).withMoreRows(rows))
        .prove(MigrationFiles.of("test", files), proofs::add);
    return proofs;
  }

  private List<String> rolesLike(String name) throws SQLException {
    List<String> roles = new ArrayList<>();
    try (ThrowawayDatabase any = postgres.createDatabase();
        Connection connection = any.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT rolname FROM pg_roles WHERE rolname = '%s'".formatted(name))) {
      while (row.next()) {
        roles.add(row.getString(1));
      }
    }
    return roles;
  }
}
