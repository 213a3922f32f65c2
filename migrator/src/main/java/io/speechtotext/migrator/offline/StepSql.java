package io.speechtotext.migrator.offline;

import io.speechtotext.migrator.Migration;
import io.speechtotext.migrator.guard.CopySql;
import io.speechtotext.migrator.guard.GuardSql;
import io.speechtotext.migrator.guard.UndoDrops;
import io.speechtotext.migrator.history.HistoryEntry;
import io.speechtotext.migrator.history.HistoryTable;
import io.speechtotext.migrator.history.UnfinishedRow;
import io.speechtotext.migrator.script.SqlScript;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One migration or one undo.
 *
 * @param script what is sent
 * @param drops what an undo drops; null on the way up
 */
record StepSql(Migration migration, SqlScript script, @Nullable UndoDrops drops) {

  static final String HINT =
      "To undo it all the same, run psql with -v lose_data=1: what is lost is then copied into schema"
          + " undone first; with -v no_copy=1 as well, it is not.";

  /** Kept in the session, since a script may change it. */
  private static final String REMEMBER =
      """
      DO $remember$
      BEGIN
          PERFORM set_config('migrator.begun_at', date_part('epoch', clock_timestamp())::text, false),
              set_config('migrator.role', current_setting('role'), false),
              set_config('migrator.search_path', current_setting('search_path'), false);
      END
      $remember$;
      """;

  private static final String RESTORE =
      """
      DO $restore$
      BEGIN
          PERFORM set_config('role', current_setting('migrator.role'), false),
              set_config('search_path', current_setting('migrator.search_path'), false);
      END
      $restore$;
      """;

  private static final String MILLIS =
      "round(1000 * (date_part('epoch', clock_timestamp())"
          + " - current_setting('migrator.begun_at')::double precision))::integer";

  private static final String PROTECT =
      """
      \\if :lose_data
      \\if :no_copy
      \\else
      %s;
      \\endif
      \\else
      %s;
      \\endif
      """;

  boolean inTransaction() {
    return script.inTransaction();
  }

  String heading() {
    return "-- "
        + script.source().name()
        + (inTransaction() ? "" : ", which cannot run in a transaction")
        + "\n";
  }

  String protection() {
    return drops == null || drops.drops().isEmpty()
        ? ""
        : PROTECT.formatted(CopySql.of(drops), GuardSql.check(drops, HINT));
  }

  String statements() {
    return script.statements().stream()
        .map(each -> "\n" + each.terminated())
        .collect(Collectors.joining("", REMEMBER, "\n" + RESTORE));
  }

  String history() {
    return HistoryTable.insertSql(entry(), MILLIS) + ";\n";
  }

  /** Outside a transaction a line comes first, so that an interruption leaves a trace. */
  String historyBefore() {
    return UnfinishedRow.beginSql(entry()) + ";\n";
  }

  String historyAfter() {
    return UnfinishedRow.finishSql(MILLIS) + ";\n";
  }

  private HistoryEntry entry() {
    HistoryEntry applied = HistoryEntry.applied(migration);
    return drops == null ? applied : applied.asUndone();
  }
}
