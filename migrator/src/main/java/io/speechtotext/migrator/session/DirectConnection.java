package io.speechtotext.migrator.session;

import io.speechtotext.migrator.DatabaseUnavailableException;
import io.speechtotext.migrator.PoolerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Connects to a server, and to nothing that only speaks for one. */
public final class DirectConnection {

  private DirectConnection() {}

  /**
   * Whether the server itself answers, rather than a pooler that speaks for it. Leaves nothing
   * behind in the session.
   */
  public static boolean isDirect(Connection connection) throws SQLException {
    Object answering = Query.value(connection, "SELECT pg_backend_pid()");
    return Objects.equals(answering, announcedBackend(connection));
  }

  static Connection open(DataSource database) {
    Connection connection = Connecting.to(database);
    try {
      connection.setAutoCommit(true);
      refusePooler(connection);
      return connection;
    } catch (SQLException e) {
      throw Closing.after(new DatabaseUnavailableException(e), connection);
    } catch (PoolerException e) {
      throw Closing.after(e, connection);
    }
  }

  // Nothing but this is said before: it would stay behind in a session that others use next.
  private static void refusePooler(Connection connection) throws SQLException {
    if (!isDirect(connection)) {
      throw new PoolerException(Address.of(connection));
    }
  }

  /**
   * The server process that introduced itself when the connection was made; a pooler makes it up.
   */
  static int announcedBackend(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }
}
