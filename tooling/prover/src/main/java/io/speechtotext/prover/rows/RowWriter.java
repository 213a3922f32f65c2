package io.speechtotext.prover.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows many at a time; what the server refuses, by halves, so that each row that it takes
 * gets in. Gives up after so many refused rows in a row.
 */
final class RowWriter {

  /** How many rows may be refused one after the other. */
  static final int TRIES = 200;

  /** Something that writes at most so many of the rows, all or nothing, and says how many. */
  @FunctionalInterface
  interface Batch {
    int write(List<Row> rows, int limit) throws SQLException;
  }

  private final Connection connection;
  private final Batch batch;
  private int refused;
  private @Nullable SQLException refusal;

  RowWriter(Connection connection, Batch batch) {
    this.connection = connection;
    this.batch = batch;
  }

  /**
   * Writes what the server takes.
   *
   * @return how many, at most {@code limit}
   */
  int write(List<Row> rows, int limit) throws SQLException {
    if (rows.isEmpty() || limit <= 0 || gaveUp()) {
      return 0;
    }
    try (Attempt attempt = new Attempt(connection)) {
      int written = batch.write(rows, limit);
      attempt.succeeded();
      refused = written > 0 ? 0 : refused;
      return written;
    } catch (SQLException e) {
      Attempt.rethrowUnlessRefused(e);
      refusal = e;
      refused = Attempt.isTimeout(e) ? TRIES : refused;
    }
    if (rows.size() == 1 || gaveUp()) {
      refused++;
      return 0;
    }
    int half = rows.size() / 2;
    int first = write(rows.subList(0, half), limit);
    return first + write(rows.subList(half, rows.size()), limit - first);
  }

  boolean gaveUp() {
    return refused >= TRIES;
  }

  /** What the server last said when it refused a row, in a line. */
  Optional<String> refusal() {
    return Optional.ofNullable(refusal)
        .map(e -> Objects.requireNonNullElse(e.getMessage(), "").lines().findFirst().orElse(""));
  }
}
