package io.speechtotext.app.database;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Which rule a refused row would break.
 *
 * @param constraint the constraint's or unique index's name; empty for NOT NULL
 * @param place the table, or the column where the server names one
 */
record Broken(String constraint, String place) {

  private static final Broken UNNAMED = new Broken("", "a value");

  static Broken by(SQLException refusal) {
    ServerErrorMessage message =
        refusal instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
    return message == null
        ? UNNAMED
        : new Broken(
            Objects.requireNonNullElse(message.getConstraint(), ""),
            place(message.getTable(), message.getColumn()));
  }

  private static String place(@Nullable String table, @Nullable String column) {
    if (table == null) {
      return UNNAMED.place;
    }
    return column == null ? table : table + "." + column;
  }
}
