package io.speechtotext.prover.rows;

import java.util.Optional;
import java.util.Random;

/**
 * A column that refers to nothing.
 *
 * @param column its number
 * @param values empty when there are none that its constraints let pass
 * @param nullPercent how many rows in a hundred hold NULL
 * @param obstacle why there are no values; empty when there are
 */
record ColumnPart(int column, Optional<Values> values, int nullPercent, String obstacle)
    implements RowPart {

  @Override
  public boolean decide(Row row, Random random, long ordinal) {
    if (row.isSet(column)) {
      return true;
    }
    if (nullPercent > 0 && random.nextInt(100) < nullPercent) {
      row.set(column, null);
      return true;
    }
    values.ifPresent(each -> row.set(column, each.draw(random, ordinal)));
    return values.isPresent();
  }
}
