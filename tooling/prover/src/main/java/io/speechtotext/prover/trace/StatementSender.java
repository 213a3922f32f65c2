package io.speechtotext.prover.trace;

import io.speechtotext.migrator.script.SqlStatement;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Sends statements as a runner does: those, too, that bring their data with them. */
public final class StatementSender {

  private StatementSender() {}

  /** Sends a statement; the lines below a {@code COPY … FROM STDIN} follow it. */
  public static void send(Connection connection, SqlStatement statement) throws SQLException {
    @Nullable String data = statement.copyData();
    if (data == null) {
      statement.execute(connection);
    } else {
      copy(connection, statement.sql(), data);
    }
  }

  private static void copy(Connection connection, String sql, String data) throws SQLException {
    try {
      connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(data));
    } catch (IOException e) {
      throw new SQLException("the data below the COPY could not be sent", e);
    }
  }
}
