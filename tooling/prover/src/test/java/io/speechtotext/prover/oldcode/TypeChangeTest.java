package io.speechtotext.prover.oldcode;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ThrowawayPostgresExtension.class)
class TypeChangeTest {

  private final ThrowawayPostgres postgres;

  TypeChangeTest(ThrowawayPostgres postgres) {
    this.postgres = postgres;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "varchar(20)    | varchar(50)",
        "varchar(20)    | varchar",
        "varchar(20)    | text",
        "varchar        | text",
        "text           | varchar",
        "smallint       | integer",
        "smallint       | bigint",
        "integer        | bigint",
        "real           | double precision",
        "numeric(10, 2) | numeric(12, 2)",
        "numeric(10, 2) | numeric(12, 4)",
        "numeric(10, 2) | numeric",
        "timestamptz    | timestamptz(3)",
        "varchar(20)[]  | varchar(50)[]"
      })
  void letsOldCodeWorkWhereEachOfItsValuesFits(String former, String now) throws SQLException {
    assertThat(fits(former, now)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "varchar(50)    | varchar(20)",
        "text           | varchar(20)",
        "varchar        | varchar(20)",
        "bigint         | integer",
        "integer        | text",
        "numeric(10, 2) | numeric(10, 4)",
        "numeric(10, 2) | numeric(8, 2)",
        "numeric        | numeric(10, 2)",
        "timestamp      | timestamptz",
        "bit(3)         | bit(4)",
        "varbit(4)      | varbit(3)",
        "char(4)        | char(3)",
        "varchar(50)[]  | varchar(20)[]",
        "text           | text[]",
        "json           | jsonb"
      })
  void saysWhereTheyDoNot(String former, String now) throws SQLException {
    assertThat(fits(former, now)).isFalse();
  }

  private boolean fits(String former, String now) throws SQLException {
    try (ThrowawayDatabase database = postgres.createDatabase();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (former %s, now %s)".formatted(former, now));
      List<Column> columns = Catalog.of(connection).tables().get(0).columns();
      return TypeChange.fits(columns.get(0), columns.get(1));
    }
  }
}
