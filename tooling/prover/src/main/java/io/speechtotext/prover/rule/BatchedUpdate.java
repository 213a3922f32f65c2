package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.rewrite.KeyedBatches;

/** An UPDATE of a whole table in small transactions, none of which locks many rows for long. */
final class BatchedUpdate {

  private static final String WITHOUT_KEY =
      """
      DO $$
      BEGIN
          LOOP
              UPDATE %1$s SET %2$s
              WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s WHERE %3$s LIMIT 10000));
              EXIT WHEN NOT FOUND;
              COMMIT;
          END LOOP;
      END
      $$;""";

  private BatchedUpdate() {}

  /**
   * The statement that does it.
   *
   * @param assignment what is set
   * @param todo a condition that holds for rows that it was not done to, and no others
   */
  static String of(Table table, String assignment, String todo) {
    String update = "UPDATE %s SET %s".formatted(table.sqlName(), assignment);
    return Definitions.OUTSIDE_TRANSACTION
        + "\n"
        + KeyedBatches.of(table, update, todo)
            .map(String::strip)
            .orElseGet(() -> WITHOUT_KEY.formatted(table.sqlName(), assignment, todo));
  }
}
