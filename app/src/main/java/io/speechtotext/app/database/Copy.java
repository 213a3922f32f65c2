package io.speechtotext.app.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Streams rows into a table by COPY, the server's fastest way in. */
public final class Copy {

  private static final int BUFFERED_CHARACTERS = 64 * 1024;

  private Copy() {}

  /** Takes rows and sends them, some at a time. For one thread. */
  public static final class Rows {

    private final CopyIn server;
    private final StringBuilder buffered = new StringBuilder(BUFFERED_CHARACTERS);

    private Rows(CopyIn server) {
      this.server = server;
    }

    /** Adds a row: a value for each column, as PostgreSQL writes it as text; null for NULL. */
    public void add(@Nullable String... values) {
      for (int i = 0; i < values.length; i++) {
        if (i > 0) {
          buffered.append('\t');
        }
        append(values[i]);
      }
      buffered.append('\n');
      if (buffered.length() >= BUFFERED_CHARACTERS) {
        send();
      }
    }

    private void append(@Nullable String value) {
      if (value == null) {
        buffered.append("\\N");
        return;
      }
      for (int i = 0; i < value.length(); i++) {
        char each = value.charAt(i);
        switch (each) {
          case '\\' -> buffered.append("\\\\");
          case '\t' -> buffered.append("\\t");
          case '\n' -> buffered.append("\\n");
          case '\r' -> buffered.append("\\r");
          default -> buffered.append(each);
        }
      }
    }

    private void send() {
      byte[] bytes = buffered.toString().getBytes(StandardCharsets.UTF_8);
      buffered.setLength(0);
      try {
        server.writeToCopy(bytes, 0, bytes.length);
      } catch (SQLException e) {
        throw new DataAccessException("COPY was refused", e);
      }
    }
  }

  /**
   * Copies rows into a table.
   *
   * @param inside a transaction's statements
   * @param rows adds the rows; when it throws, none is copied and the transaction cannot go on
   * @return how many rows were copied
   */
  public static long into(
      DSLContext inside, Table<?> table, List<Field<?>> columns, Consumer<Rows> rows) {
    String sql = "COPY %s (%s) FROM STDIN".formatted(inside.render(table), names(inside, columns));
    return inside.connectionResult(connection -> copy(connection, sql, rows));
  }

  private static String names(DSLContext inside, List<Field<?>> columns) {
    return columns.stream()
        .map(column -> inside.render(column.getUnqualifiedName()))
        .collect(Collectors.joining(", "));
  }

  private static long copy(Connection connection, String sql, Consumer<Rows> rows)
      throws SQLException {
    CopyIn server = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    try {
      Rows sending = new Rows(server);
      rows.accept(sending);
      sending.send();
      return server.endCopy();
    } catch (SQLException | RuntimeException e) {
      cancel(server, e);
      throw e;
    }
  }

  // The server would go on waiting for rows.
  private static void cancel(CopyIn server, Exception reason) {
    if (!server.isActive()) {
      return;
    }
    try {
      server.cancelCopy();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }
}
