package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A database of its own, to be made, filled and asked. */
final class FilledDatabase implements AutoCloseable {

  static final int ROWS = 200;

  private static final Catalog NOTHING = new Catalog(List.of(), List.of(), List.of());

  private final ThrowawayDatabase database;
  private final Connection connection;
  private final Map<Long, RowFiller> fillers = new HashMap<>();
  private Catalog former = NOTHING;

  FilledDatabase(ThrowawayPostgres postgres) throws SQLException {
    database = postgres.createDatabase();
    connection = database.connect();
  }

  /** One with those tables, filled. */
  static FilledDatabase of(ThrowawayPostgres postgres, String sql) throws SQLException {
    FilledDatabase made = new FilledDatabase(postgres);
    made.execute(sql);
    return made;
  }

  FilledDatabase execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return this;
  }

  /** Fills up to {@link #ROWS} rows a table, and returns the notes. */
  List<String> fill() throws SQLException {
    return fill(1, ROWS);
  }

  List<String> fill(long seed, int rows) throws SQLException {
    List<String> notes =
        fillers.computeIfAbsent(seed, RowFiller::new).fill(connection, former, rows);
    former = Catalog.of(connection);
    return notes;
  }

  long number(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  /** How many rows a table holds, or a condition after its name lets pass. */
  long count(String from) throws SQLException {
    return number("SELECT count(*) FROM " + from);
  }

  String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /** A checksum of all rows of a table, in whatever order. */
  String checksum(String table) throws SQLException {
    return text(
        "SELECT md5(string_agg(t::text, '|' ORDER BY t::text COLLATE \"C\")) FROM %s AS t"
            .formatted(table));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    database.close();
  }
}
