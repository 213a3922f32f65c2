package io.speechtotext.app.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Sends rows to a table by COPY, as they come: at no time are more than some in memory. For one
 * thread, and within the callback of {@link Source}.
 */
public final class CopyIn {

  /** Gives rows. */
  @FunctionalInterface
  public interface Source {
    /** Sends all rows. What it throws ends the COPY, and goes to the caller as it is. */
    void sendTo(CopyIn rows);
  }

  private static final int CHUNK_CHARACTERS = 32 * 1024;

  private final org.postgresql.copy.CopyIn copy;
  private final StringBuilder chunk = new StringBuilder(CHUNK_CHARACTERS + 1024);

  private CopyIn(org.postgresql.copy.CopyIn copy) {
    this.copy = copy;
  }

  /**
   * Fills a table, within {@link Statements#atomically}.
   *
   * @param table may be one that was made in the same transaction
   * @return the number of rows
   */
  public static long into(DSLContext dsl, Table<?> table, Field<?>[] columns, Source source) {
    String names =
        Arrays.stream(columns)
            .map(column -> dsl.render(column.getUnqualifiedName()))
            .collect(Collectors.joining(", "));
    String sql = "COPY %s (%s) FROM STDIN".formatted(dsl.render(table), names);
    return dsl.connectionResult(connection -> run(connection, sql, source, Translating.in(dsl)));
  }

  private static long run(
      Connection connection, String sql, Source source, Translating translating) {
    try {
      return send(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql), source);
    } catch (SQLException e) {
      throw translating.translate(e);
    } catch (Refused e) {
      throw translating.translate(e.refusal);
    }
  }

  private static long send(org.postgresql.copy.CopyIn copy, Source source) throws SQLException {
    try {
      CopyIn rows = new CopyIn(copy);
      source.sendTo(rows);
      rows.flush();
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /**
   * Sends a row.
   *
   * @param values one for each column, as PostgreSQL reads its text; null for NULL
   */
  public void row(@Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      chunk.append(i == 0 ? "" : "\t");
      append(values[i]);
    }
    chunk.append('\n');
    if (chunk.length() >= CHUNK_CHARACTERS) {
      flush();
    }
  }

  private void append(@Nullable Object value) {
    if (value == null) {
      chunk.append("\\N");
    } else {
      value.toString().chars().forEach(this::append);
    }
  }

  // https://www.postgresql.org/docs/current/sql-copy.html, "Text Format"
  private void append(int character) {
    switch (character) {
      case '\\' -> chunk.append("\\\\");
      case '\t' -> chunk.append("\\t");
      case '\n' -> chunk.append("\\n");
      case '\r' -> chunk.append("\\r");
      default -> chunk.append((char) character);
    }
  }

  private void flush() {
    byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
    chunk.setLength(0);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw new Refused(e);
    }
  }

  /** Carries the driver's exception past the source. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final SQLException refusal;

    Refused(SQLException refusal) {
      super(refusal);
      this.refusal = refusal;
    }
  }
}
