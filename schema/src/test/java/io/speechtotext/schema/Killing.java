package io.speechtotext.schema;

import java.sql.SQLException;

/** Kills the server process that writes a certain row, so that it is known where it stopped. */
final class Killing {

  private final VersionedDatabase database;
  private final String table;

  Killing(VersionedDatabase database, String table) {
    this.database = database;
    this.table = table;
  }

  /** From now on, whoever updates the row loses the connection. */
  void begin(int id) throws SQLException {
    database.execute(
        """
        CREATE FUNCTION kill_writer() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END';
        CREATE TRIGGER kill_writer BEFORE UPDATE ON %s FOR EACH ROW WHEN (OLD.id = %d)
        EXECUTE FUNCTION kill_writer()
        """
            .formatted(table, id));
  }

  /** Writers live again. */
  void end() throws SQLException {
    database.execute("DROP FUNCTION kill_writer() CASCADE");
  }
}
