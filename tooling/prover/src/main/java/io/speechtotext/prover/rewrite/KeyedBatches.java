package io.speechtotext.prover.rewrite;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Table;
import java.util.Optional;

/** Statements that go through a table by its primary key, and commit now and then. */
public final class KeyedBatches {

  private static final int BATCH = 10_000;

  private KeyedBatches() {}

  /**
   * A loop over all rows.
   *
   * @param statement an UPDATE or DELETE of the table, up to and without its WHERE
   * @param condition what the WHERE says; empty for all rows
   * @return empty when the table has no primary key to go by
   */
  public static Optional<String> of(Table table, String statement, String condition) {
    return leadingKey(table)
        .map(key -> loop(table.sqlName(), key.sqlName(), statement, condition, ""));
  }

  /**
   * The same for a statement that goes on behind its WHERE.
   *
   * @param ending what follows there
   */
  public static Optional<String> ofAll(Table table, String statement, String ending) {
    return leadingKey(table)
        .map(key -> loop(table.sqlName(), key.sqlName(), statement, "", "\n" + ending));
  }

  private static Optional<Column> leadingKey(Table table) {
    return table.constraints().stream()
        .filter(constraint -> constraint.kind() == Constraint.Kind.PRIMARY_KEY)
        .findFirst()
        .flatMap(constraint -> table.column(constraint.columns().get(0)));
  }

  private static String loop(
      String table, String key, String statement, String condition, String ending) {
    String rows = condition.isEmpty() ? "" : "(%s)\n  AND ".formatted(condition);
    return """
        DO $$
        DECLARE
            batch_begin %1$s.%2$s%%TYPE;
            batch_end %1$s.%2$s%%TYPE;
        BEGIN
            SELECT %2$s INTO batch_begin FROM %1$s ORDER BY %2$s LIMIT 1;
            WHILE batch_begin IS NOT NULL LOOP
                SELECT %2$s INTO batch_end FROM %1$s WHERE %2$s > batch_begin ORDER BY %2$s OFFSET %3$s LIMIT 1;
                %4$s
                WHERE %5$s%2$s >= batch_begin
                  AND (batch_end IS NULL OR %2$s < batch_end)%6$s;
                COMMIT;
                batch_begin := batch_end;
            END LOOP;
        END
        $$;
        """
        .formatted(
            table,
            key,
            BATCH - 1,
            statement,
            rows.replace("\n", "\n        "),
            ending.replace("\n", "\n        "));
  }
}
