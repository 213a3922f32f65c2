package io.speechtotext.migrator.guard;

import java.util.List;

/**
 * Statements that fail when an undo would lose data that is really there, with all that would be
 * lost, and do nothing otherwise.
 */
public final class GuardSql {

  /** The SQLSTATE of the failure. Its detail has a line for each loss, see {@link Losses}. */
  public static final String DATA_LOSS = "UD001";

  private static final String BODY =
      """
      DECLARE
          row_security CONSTANT text := current_setting('row_security');
          loss record;
          lost bigint;
          losses text[] := '{}';
      BEGIN
          -- Rows that a policy hides would be lost as well.
          PERFORM set_config('row_security', 'off', true);
          FOR loss IN
              %1$s
              ORDER BY relation, version DESC
          LOOP
      %2$s
              EXECUTE format('SELECT count(*) FROM %%s WHERE %%s', loss.relation, loss.condition) INTO lost;
              IF lost > 0 THEN
                  losses := losses || format(
                      'version %%s: %%s %%s: %%s row(s)',
                      loss.version,
                      CASE WHEN loss.column_name IS NULL THEN 'table' ELSE 'column' END,
                      concat_ws('.', loss.relation::text, quote_ident(loss.column_name)),
                      lost
                  );
              END IF;
          END LOOP;
          PERFORM set_config('row_security', row_security, true);
          IF losses <> '{}' THEN
              RAISE EXCEPTION USING
                  ERRCODE = '%3$s',
                  MESSAGE = 'This undo would lose data that is there. Nothing was changed.',
                  DETAIL = array_to_string(losses, E'\\n'),
                  HINT = %4$s;
          END IF;
      END
      """;

  private static final String PASS_OVER_MISSING =
      """
              CONTINUE WHEN loss.condition IS NULL;\
      """;

  /** The lock comes first, so that no row can slip in behind the count. */
  private static final String REFUSE_MISSING_AND_LOCK =
      """
              IF loss.condition IS NULL THEN
                  CONTINUE WHEN loss.may_be_missing;
                  RAISE undefined_object USING MESSAGE = format(
                      'The undo of version %s drops %s, which is not there by that name: nobody can tell what is lost.',
                      loss.version, concat_ws('.', loss.table_name, quote_ident(loss.column_name))
                  );
              END IF;
              EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', loss.relation);\
      """;

  private GuardSql() {}

  /**
   * A look ahead at several undos, without locks. What an earlier one has still to bring back
   * counts as empty.
   *
   * @param hint what to do next
   */
  public static String forecast(List<UndoDrops> undos, String hint) {
    return block(undos, PASS_OVER_MISSING, hint);
  }

  /**
   * The check at the beginning of an undo, in its transaction. Locks what is dropped.
   *
   * @param hint what to do next
   */
  public static String check(UndoDrops undo, String hint) {
    return block(List.of(undo), REFUSE_MISSING_AND_LOCK, hint);
  }

  private static String block(List<UndoDrops> undos, String each, String hint) {
    String body = BODY.formatted(LossSql.of(undos), each, DATA_LOSS, SqlText.literal(hint));
    return SqlText.block("guard", body);
  }
}
