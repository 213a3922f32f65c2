package io.speechtotext.prover.rows;

import org.jspecify.annotations.Nullable;

/** A row in the making: what was decided for its columns, by their numbers. */
final class Row {

  private final @Nullable String[] values;
  private final boolean[] decided;

  private Row(Row other) {
    values = other.values.clone();
    decided = other.decided.clone();
  }

  /** Another one with the same decided. */
  Row copy() {
    return new Row(this);
  }

  /** One with nothing decided, whose columns have numbers up to that. */
  Row(int lastColumn) {
    values = new String[lastColumn + 1];
    decided = new boolean[lastColumn + 1];
  }

  /** Decides a column; null for NULL. */
  void set(int column, @Nullable String value) {
    values[column] = value;
    decided[column] = true;
  }

  boolean isSet(int column) {
    return decided[column];
  }

  /** Null when that is what was decided, or nothing was. */
  @Nullable String get(int column) {
    return values[column];
  }
}
