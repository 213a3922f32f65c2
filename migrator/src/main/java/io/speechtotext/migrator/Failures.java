package io.speechtotext.migrator;

import io.speechtotext.migrator.script.FailedStatement;
import io.speechtotext.migrator.script.UnreadableScript;
import io.speechtotext.migrator.session.LockRetry;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.jspecify.annotations.Nullable;

/** Says in this module's terms what Flyway reports in its own. */
final class Failures {

  private static final String ROLLED_BACK =
      "The migration was rolled back as a whole. Next: do what the message says, or mend the file,"
          + " and run the command again.";
  private static final String NO_LOCK =
      "The migration could not get its lock in any of its tries, and was rolled back as a whole. Next:"
          + " find the transaction that holds it (pg_stat_activity, the oldest xact_start) and wait for"
          + " its end or end it; then run the command again.";
  private static final String FOREIGN_TABLES =
      "The database holds tables, and no history of migrations says where they come from. Nothing"
          + " was changed. Next: name an empty database; one that another tool manages has to be"
          + " adopted first.";

  private final Flyway flyway;
  private final Migrations migrations;

  Failures(Flyway flyway, Migrations migrations) {
    this.flyway = flyway;
    this.migrations = migrations;
  }

  RuntimeException translate(FlywayException failure) {
    if (failure instanceof FlywayValidateException) {
      return new HistoryRules(flyway, migrations).conflict(failure);
    }
    if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
      return new HistoryConflictException(FOREIGN_TABLES, failure);
    }
    FlywaySqlScriptException script = find(failure, FlywaySqlScriptException.class);
    SQLException sql = find(failure, SQLException.class);
    if (script != null && sql != null) {
      return statementFailed(script, sql);
    }
    MigrationFailedException unreadable = UnreadableScript.among(failure);
    if (unreadable != null) {
      return unreadable;
    }
    return sql == null ? failure : new DatabaseUnavailableException(sql);
  }

  private RuntimeException statementFailed(FlywaySqlScriptException failure, SQLException cause) {
    String file = failure.getResource() == null ? "" : failure.getResource().getFilename();
    return new FailedStatement(scriptOf(file), failure.getStatement(), failure.getLineNumber())
        .because(cause, LockRetry.isAboutALock(cause) ? NO_LOCK : ROLLED_BACK);
  }

  private Script scriptOf(String file) {
    return migrations.list().stream()
        .map(Migration::up)
        .filter(script -> script.name().equals(file))
        .findFirst()
        .orElse(new Script(file, "", null));
  }

  private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (type.isInstance(e)) {
        return type.cast(e);
      }
    }
    return null;
  }
}
