package io.speechtotext.prover;

import java.time.Duration;
import java.util.Map;

/**
 * How migrations are proven. Immutable.
 *
 * @param rowsPerTable how many rows each table gets that the migrations leave empty
 * @param moreRows a second size at which each migration is timed; 0 for none
 * @param seed what the generated rows depend on, and nothing else
 * @param lockTimeout what the runner sets before each migration; zero when it sets none
 * @param statementTimeout after which a statement counts as one that never ends
 * @param placeholders the text for each <code>${name}</code> in a script
 */
public record ProverSettings(
    int rowsPerTable,
    int moreRows,
    long seed,
    Duration lockTimeout,
    Duration statementTimeout,
    Map<String, String> placeholders) {

  /** Checks the values. */
  public ProverSettings {
    placeholders = Map.copyOf(placeholders);
    if (rowsPerTable < 0 || moreRows < 0) {
      throw new IllegalArgumentException(
          "numbers of rows must not be negative, but are %d and %d"
              .formatted(rowsPerTable, moreRows));
    }
    if (lockTimeout.isNegative() || statementTimeout.toMillis() <= 0) {
      throw new IllegalArgumentException(
          "a lock timeout must not be negative and a statement timeout positive, but they are %s and %s"
              .formatted(lockTimeout, statementTimeout));
    }
  }

  /**
   * For migrations of somebody whose runner is not known: 1000 rows a table, no lock timeout, a
   * minute for each statement.
   */
  public static ProverSettings defaults() {
    return new ProverSettings(1000, 0, 1, Duration.ZERO, Duration.ofMinutes(1), Map.of());
  }

  /** The same with another number of rows. */
  public ProverSettings withRowsPerTable(int other) {
    return new ProverSettings(other, moreRows, seed, lockTimeout, statementTimeout, placeholders);
  }

  /** The same with another second size. */
  public ProverSettings withMoreRows(int other) {
    return new ProverSettings(
        rowsPerTable, other, seed, lockTimeout, statementTimeout, placeholders);
  }

  /** The same with another seed. */
  public ProverSettings withSeed(long other) {
    return new ProverSettings(
        rowsPerTable, moreRows, other, lockTimeout, statementTimeout, placeholders);
  }

  /** The same with another lock timeout. */
  public ProverSettings withLockTimeout(Duration other) {
    return new ProverSettings(rowsPerTable, moreRows, seed, other, statementTimeout, placeholders);
  }

  /** The same with another statement timeout. */
  public ProverSettings withStatementTimeout(Duration other) {
    return new ProverSettings(rowsPerTable, moreRows, seed, lockTimeout, other, placeholders);
  }

  /** The same with other placeholders. */
  public ProverSettings withPlaceholders(Map<String, String> other) {
    return new ProverSettings(rowsPerTable, moreRows, seed, lockTimeout, statementTimeout, other);
  }
}
