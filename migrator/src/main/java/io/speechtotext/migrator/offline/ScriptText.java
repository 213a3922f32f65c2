package io.speechtotext.migrator.offline;

import io.speechtotext.migrator.Migrator;
import io.speechtotext.migrator.MigratorSettings;
import io.speechtotext.migrator.guard.GuardSql;
import io.speechtotext.migrator.guard.UndoDrops;
import io.speechtotext.migrator.history.HistoryTable;
import io.speechtotext.migrator.session.MigrationSession;
import java.util.List;

/** Puts a script together. */
final class ScriptText {

  private static final String HEADER =
      """
      -- From %1$s to %2$s. Run it with: psql -X %3$s-v ON_ERROR_STOP=1 -f FILE
      -- Connect to the server itself, not to a pooler. Should it stop half-way, write it anew, from where the database stands.
      \\set ON_ERROR_STOP on
      """;

  private static final String LOSS_VARIABLES =
      """
      -- Data that is there is not dropped unless -v lose_data=1 says so; then it is copied first unless -v no_copy=1 says not to.
      \\if :{?lose_data}
      \\else
      \\set lose_data 0
      \\endif
      \\if :{?no_copy}
      \\else
      \\set no_copy 0
      \\endif
      """;

  private static final String SETTINGS =
      """
      SET client_encoding TO 'UTF8';
      SET TIME ZONE 'UTC';
      SET lock_timeout TO '%dms';
      """;

  // An error where there is no transaction.
  private static final String REQUIRE_TRANSACTION =
      """
      SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE, NOT DEFERRABLE;
      SAVEPOINT this_script_needs_psql_with_option_1;
      RELEASE SAVEPOINT this_script_needs_psql_with_option_1;
      """;

  private static final String BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED, READ WRITE;\n";
  private static final String COMMIT = "COMMIT;\n";

  private static final String OUTSIDE =
      """
      SET lock_timeout TO 0;
      SET statement_timeout TO '%dms';
      """;

  private final Steps steps;
  private final MigratorSettings settings;
  private final StringBuilder text = new StringBuilder();

  ScriptText(Steps steps, MigratorSettings settings) {
    this.steps = steps;
    this.settings = settings;
  }

  String withOwnTransactions() {
    head("", "");
    text.append(StartSql.check(steps.applied(), "pg_try_advisory_lock"));
    forecast();
    if (steps.beginsFromNothing()) {
      text.append("\n").append(BEGIN).append(HistoryTable.createSql()).append(COMMIT);
    }
    for (StepSql step : steps.list()) {
      text.append("\n").append(step.heading());
      if (step.inTransaction()) {
        text.append(BEGIN);
        append(step);
        text.append(COMMIT);
      } else {
        appendOutside(step);
      }
    }
    text.append(
        "\nDO $end$ BEGIN PERFORM pg_advisory_unlock(%d); END $end$;\n"
            .formatted(MigrationSession.LOCK_NUMBER));
    return text.toString();
  }

  String forSingleTransaction() {
    head("-1 ", REQUIRE_TRANSACTION);
    text.append(StartSql.check(steps.applied(), "pg_try_advisory_xact_lock"));
    forecast();
    if (steps.beginsFromNothing()) {
      text.append("\n").append(HistoryTable.createSql());
    }
    for (StepSql step : steps.list()) {
      text.append("\n").append(step.heading());
      append(step);
    }
    return text.toString();
  }

  private void head(String option, String first) {
    text.append(HEADER.formatted(place(steps.from()), place(steps.to()), option));
    if (!steps.drops().isEmpty()) {
      text.append(LOSS_VARIABLES);
    }
    text.append(first).append(limits()).append("\n");
  }

  private static String place(String version) {
    return version.equals(Migrator.BASE) ? "an empty schema" : "version " + version;
  }

  private String limits() {
    return SETTINGS.formatted(settings.lockTimeout().toMillis());
  }

  // Half of a way down that cannot be finished helps nobody, so all of it is looked at first.
  private void forecast() {
    List<UndoDrops> drops = steps.drops();
    if (!drops.isEmpty()) {
      text.append("\n\\if :lose_data\n\\else\n")
          .append(GuardSql.forecast(drops, StepSql.HINT))
          .append(";\n\\endif\n");
    }
  }

  private void append(StepSql step) {
    text.append(step.protection()).append(step.statements()).append(step.history());
  }

  // What is dropped is locked for the count only: no lock outlives its transaction.
  private void appendOutside(StepSql step) {
    if (!step.protection().isEmpty()) {
      text.append(BEGIN).append(step.protection()).append(COMMIT);
    }
    text.append(step.historyBefore())
        .append(OUTSIDE.formatted(settings.concurrentTimeout().toMillis()))
        .append(step.statements())
        .append("RESET statement_timeout;\n")
        .append(limits())
        .append(step.historyAfter());
  }
}
