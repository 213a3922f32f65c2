package io.speechtotext.migrator.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ThrowawayPostgresExtension.class)
class HistoryTableTest {

  private static final String CATALOG =
      """
      SELECT format('column %s %s %s not null %s default %s', attnum, attname,
        format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid))
      FROM pg_attribute
      LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
      WHERE attrelid = 'flyway_schema_history'::regclass AND attnum > 0
      UNION ALL
      SELECT format('constraint %s %s', conname, pg_get_constraintdef(oid))
      FROM pg_constraint
      WHERE conrelid = 'flyway_schema_history'::regclass
      UNION ALL
      SELECT pg_get_indexdef(indexrelid)
      FROM pg_index
      WHERE indrelid = 'flyway_schema_history'::regclass
      """;

  private final ThrowawayDatabase database;
  private final Connection connection;

  HistoryTableTest(ThrowawayPostgres server) throws SQLException {
    database = server.createDatabase();
    connection = database.connect();
  }

  @AfterEach
  void drop() throws SQLException {
    try (database) {
      connection.close();
    }
  }

  @Test
  void isMadeJustAsFlywayMakesIt() throws SQLException {
    Flyway.configure().dataSource(database.dataSource()).load().baseline();
    List<String> flyways = query(CATALOG);
    execute("DROP TABLE flyway_schema_history");
    HistoryTable.create(connection);
    assertThat(query(CATALOG)).containsExactlyInAnyOrderElementsOf(flyways);
  }

  @Test
  void isLeftAloneWhenItIsThere() throws SQLException {
    HistoryTable.create(connection);
    HistoryTable.append(connection, entry());
    HistoryTable.create(connection);
    assertThat(HistoryTable.rows(connection)).hasSize(1);
  }

  @Test
  void isOnlyLookedForInTheCurrentSchema() throws SQLException {
    execute("CREATE SCHEMA other");
    HistoryTable.create(connection);
    execute("SET search_path TO other, public");
    assertThat(HistoryTable.exists(connection)).isFalse();
    execute("SET search_path TO nowhere");
    assertThat(HistoryTable.exists(connection)).isFalse();
    assertThat(HistoryTable.rows(connection)).isEmpty();
  }

  @Test
  void givesBackWhatWasWritten() throws SQLException {
    HistoryTable.create(connection);
    Instant before = Instant.now().minusSeconds(60);
    HistoryTable.append(connection, entry().in(Duration.ofMillis(17)));
    HistoryTable.append(connection, entry().asUndone().by("it's \\ me"));
    List<HistoryRow> rows = HistoryTable.rows(connection);
    assertThat(rows.get(0))
        .usingRecursiveComparison()
        .ignoringFields("installedOn")
        .isEqualTo(
            new HistoryRow(
                1,
                "1.0",
                "it's \\ here",
                "SQL",
                "V1.0__a.sql",
                -7,
                database.user(),
                null,
                Duration.ofMillis(17),
                true));
    assertThat(rows.get(0).installedOn()).isBetween(before, Instant.now().plusSeconds(60));
    assertThat(rows.get(1).rank()).isEqualTo(2);
    assertThat(rows.get(1).type()).isEqualTo("DELETE");
    assertThat(rows.get(1).installedBy()).isEqualTo("it's \\ me");
  }

  @Test
  void keepsUtcWhateverTheSessionsZone() throws SQLException {
    execute("SET TIME ZONE 'Asia/Colombo'");
    HistoryTable.create(connection);
    HistoryTable.append(connection, entry());
    assertThat(HistoryTable.rows(connection).get(0).installedOn())
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
  }

  @Test
  void shortensWhatDoesNotFit() throws SQLException {
    HistoryTable.create(connection);
    HistoryTable.append(
        connection, HistoryEntry.applied("1", "d".repeat(300), "s".repeat(1200), 1));
    HistoryRow row = HistoryTable.rows(connection).get(0);
    assertThat(row.description()).isEqualTo("d".repeat(197) + "...");
    assertThat(row.script()).isEqualTo("..." + "s".repeat(997));
  }

  private static HistoryEntry entry() {
    return HistoryEntry.applied("1.0", "it's \\ here", "V1.0__a.sql", -7);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> query(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }
}
