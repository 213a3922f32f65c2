package io.speechtotext.app.database;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a failure of the driver's or jOOQ's, whose own words may repeat SQL, or values of a
 * row: says where it came from, and nothing of what was in it.
 */
final class WithoutValues extends Exception {

  private static final long serialVersionUID = 1L;

  private WithoutValues(String message, @Nullable Throwable cause, StackTraceElement[] trace) {
    super(message, cause);
    setStackTrace(trace);
  }

  static WithoutValues of(Throwable failure) {
    return new WithoutValues(describe(failure), network(failure), failure.getStackTrace());
  }

  private static String describe(Throwable failure) {
    String type = failure.getClass().getSimpleName();
    return failure instanceof SQLException refusal && refusal.getSQLState() != null
        ? type + ", SQLSTATE " + refusal.getSQLState()
        : type;
  }

  // What the network says, such as "Connection reset", knows nothing of rows.
  private static @Nullable Throwable network(Throwable failure) {
    Throwable cause = failure.getCause();
    while (cause != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    return cause;
  }
}
