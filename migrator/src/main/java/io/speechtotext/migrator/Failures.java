package io.speechtotext.migrator;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.jspecify.annotations.Nullable;

/** Says in this module's terms what Flyway reports in its own. */
final class Failures {

  // Flyway's parser names file and line in its message only.
  private static final Pattern UNPARSABLE =
      Pattern.compile("Unable to parse statement in (\\S+) at line (\\d+).*", Pattern.DOTALL);

  private static final String ROLLED_BACK =
      "The migration was rolled back as a whole. Next: do what the message says, or mend the file,"
          + " and run the command again.";
  private static final String NOT_ROLLED_BACK =
      "It ran outside a transaction: what stood before this statement has happened. Next: undo that"
          + " by hand, mend the file, and run the command again.";

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
      return historyConflict(failure);
    }
    if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
      return new HistoryConflictException(FOREIGN_TABLES, failure);
    }
    FlywaySqlScriptException script = find(failure, FlywaySqlScriptException.class);
    SQLException sql = find(failure, SQLException.class);
    if (script != null && sql != null) {
      return statementFailed(script, sql, find(failure, FlywayMigrateException.class));
    }
    for (Throwable e = failure; e != null; e = e.getCause()) {
      Matcher unparsable = UNPARSABLE.matcher(String.valueOf(e.getMessage()));
      if (unparsable.matches()) {
        return unparsable(unparsable, e);
      }
    }
    return sql == null ? failure : new DatabaseUnavailableException(sql);
  }

  private RuntimeException statementFailed(
      FlywaySqlScriptException failure,
      SQLException cause,
      @Nullable FlywayMigrateException migrate) {
    ServerError error = ServerError.of(cause);
    String file = failure.getResource() == null ? "" : failure.getResource().getFilename();
    int line = error.lineIn(textOf(file), failure.getStatement(), failure.getLineNumber());
    boolean rolledBack = migrate == null || migrate.isExecutableInTransaction();
    String message =
        "%s, line %d: %s\n  Statement: %s\n  %s"
            .formatted(
                file,
                line,
                error.text(),
                shortened(failure.getStatement()),
                rolledBack ? ROLLED_BACK : NOT_ROLLED_BACK);
    return new MigrationFailedException(message, file, line, cause.getSQLState(), cause);
  }

  private String textOf(String file) {
    return migrations.list().stream()
        .map(Migration::up)
        .filter(script -> script.name().equals(file))
        .map(Script::sql)
        .findFirst()
        .orElse("");
  }

  // Flyway counts the comments before a statement to it.
  private static String shortened(String statement) {
    String text =
        statement
            .lines()
            .dropWhile(line -> line.isBlank() || line.strip().startsWith("--"))
            .collect(Collectors.joining("\n"))
            .strip();
    int limit = 500;
    return text.length() <= limit ? text : text.substring(0, limit) + " …";
  }

  private static RuntimeException unparsable(Matcher matcher, Throwable cause) {
    String message =
        "%s, line %s: this cannot be read as SQL; look for a quote or a comment that does not end.\n  %s"
            .formatted(matcher.group(1), matcher.group(2), cause.getMessage());
    return new MigrationFailedException(
        message, matcher.group(1), Integer.parseInt(matcher.group(2)), null, cause);
  }

  private RuntimeException historyConflict(FlywayException failure) {
    List<String> lines = new ArrayList<>();
    for (ValidateOutput invalid : flyway.validateWithResult().invalidMigrations) {
      lines.add(HistoryRules.explain(invalid));
    }
    return new HistoryConflictException(
        "The files contradict the database's history, and nothing was changed:\n  "
            + String.join("\n  ", lines),
        failure);
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
