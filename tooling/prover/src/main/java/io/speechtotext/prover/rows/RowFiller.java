package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Catalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Fills databases with rows from their catalogs alone: the same rows for the same catalog and seed,
 * whatever the locale and time zone. Remembers, for copies of one database, which tables take no
 * more. Not thread-safe.
 */
public final class RowFiller {

  // What values look like as text, so that they read the same everywhere.
  private static final String NEUTRAL =
      "SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD';"
          + " SET LOCAL IntervalStyle = 'postgres'; SET LOCAL extra_float_digits = 1;"
          + " SET LOCAL bytea_output = 'hex'; SET LOCAL standard_conforming_strings = on;"
          + " SET CONSTRAINTS ALL IMMEDIATE";

  private final long seed;
  private final Hopeless hopeless = new Hopeless();

  /** A filler whose rows depend on that seed and the catalog, and on nothing else. */
  public RowFiller(long seed) {
    this.seed = seed;
  }

  /**
   * Gives each table that holds fewer rows more up to that number, and values to nullable columns
   * that {@code former} does not know, where they hold NULL: mostly, for some keep it. No other
   * value that is there is changed. Every constraint and trigger is in force meanwhile. Runs in a
   * transaction of its own.
   *
   * @param connection to the database, in auto-commit mode
   * @param former the catalog when it was last filled; an empty one the first time
   * @return for the reader: what could not be filled and why, a sentence each
   * @throws SQLException when the server fails; rows that it refuses are notes
   */
  public List<String> fill(Connection connection, Catalog former, int rowsPerTable)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      List<String> notes = filled(connection, former, rowsPerTable);
      connection.commit();
      connection.setAutoCommit(true);
      return notes;
    } catch (SQLException | RuntimeException e) {
      undo(connection, e);
      throw e;
    }
  }

  private List<String> filled(Connection connection, Catalog former, int rowsPerTable)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(NEUTRAL);
    }
    Database database = new Database(connection, Catalog.of(connection), seed);
    new Filling(database, hopeless, former, rowsPerTable).run();
    return database.notes();
  }

  // What went wrong first is what people must hear of.
  private static void undo(Connection connection, Exception cause) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
