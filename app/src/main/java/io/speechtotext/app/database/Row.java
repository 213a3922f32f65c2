package io.speechtotext.app.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** A row of a {@link Prepared} statement's result; good for as long as the mapper runs. */
public final class Row {

  private final Columns columns;
  private final ResultSet results;

  Row(Columns columns, ResultSet results) {
    this.columns = columns;
    this.results = results;
  }

  /**
   * What is in a column that is not null.
   *
   * @param column the very one that the query selects
   * @throws IllegalStateException when it is null
   */
  public <T> T get(Field<T> column) {
    T value = find(column);
    if (value == null) {
      throw new IllegalStateException(column.getName() + " is null");
    }
    return value;
  }

  /** What is in a column; null for SQL's NULL. */
  public <T> @Nullable T find(Field<T> column) {
    try {
      return columns.read(column, results);
    } catch (SQLException e) {
      throw new DataAccessException("reading " + column.getName(), e);
    }
  }
}
