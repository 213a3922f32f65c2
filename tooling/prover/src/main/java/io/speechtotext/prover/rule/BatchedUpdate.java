package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Table;
import java.util.Optional;
import java.util.Set;

/** An UPDATE of a whole table in small transactions, none of which locks many rows for long. */
final class BatchedUpdate {

  private static final Set<String> COUNTED = Set.of("smallint", "integer", "bigint");

  private static final String BY_KEY =
      """
      DO $$
      DECLARE
          low bigint := (SELECT min(%2$s) FROM %1$s);
          high bigint := (SELECT max(%2$s) FROM %1$s);
      BEGIN
          WHILE low <= high LOOP
              UPDATE %1$s SET %3$s
              WHERE %2$s BETWEEN low AND low + 999 AND %4$s;
              COMMIT;
              low := low + 1000;
          END LOOP;
      END
      $$;""";
  private static final String BY_PLACE =
      """
      DO $$
      BEGIN
          LOOP
              UPDATE %1$s SET %2$s
              WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s WHERE %3$s LIMIT 1000));
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
    return Definitions.OUTSIDE_TRANSACTION + "\n" + update(table, assignment, todo);
  }

  private static String update(Table table, String assignment, String todo) {
    return countedKey(table)
        .map(key -> BY_KEY.formatted(table.sqlName(), key.sqlName(), assignment, todo))
        .orElseGet(() -> BY_PLACE.formatted(table.sqlName(), assignment, todo));
  }

  private static Optional<Column> countedKey(Table table) {
    return table.constraints().stream()
        .filter(each -> each.kind() == Constraint.Kind.PRIMARY_KEY && each.columns().size() == 1)
        .flatMap(each -> table.column(each.columns().get(0)).stream())
        .filter(column -> COUNTED.contains(column.type()))
        .findFirst();
  }
}
