package io.speechtotext.prover;

import io.speechtotext.migrator.MigrationFailedException;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.source.ProvableMigration;
import io.speechtotext.prover.trace.TraceFailure;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to say of a migration that did not run to its end. */
final class FailureFindings {

  private static final String QUERY_CANCELED = "57014";
  // A missing extension: from 13 on "not supported"; before, a file that is not there.
  private static final Set<String> NOT_AVAILABLE = Set.of("0A000", "58P01");
  private static final Pattern CREATES_EXTENSION =
      Pattern.compile(
          "CREATE\\s+EXTENSION\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?\"?([\\w-]+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SETS_TIMEOUT =
      Pattern.compile("\\bstatement_timeout\\b", Pattern.CASE_INSENSITIVE);

  private final ProvableMigration migration;
  private final ProverSettings settings;

  FailureFindings(ProvableMigration migration, ProverSettings settings) {
    this.migration = migration;
    this.settings = settings;
  }

  /**
   * The finding.
   *
   * @param worksOnEmptyTables whether it is the rows that the migration does not bear
   * @param row the one that it fails on, as far as that could be told
   */
  Finding of(TraceFailure failure, boolean worksOnEmptyTables, Optional<String> row) {
    Matcher extension = CREATES_EXTENSION.matcher(failure.sql());
    if (isTimeout(failure)) {
      return finding(Rule.NEVER_ENDS, failure, stillRunning(settings.rowsPerTable()));
    }
    if (failure.sqlState() != null
        && NOT_AVAILABLE.contains(failure.sqlState())
        && extension.find()) {
      return finding(
          Rule.NOT_PROVEN,
          failure,
          "The server has no extension %s, so nothing from here on could be tried. Next: prove on a server that has it."
              .formatted(extension.group(1)));
    }
    if (OwnCommits.isCause(failure)) {
      return finding(
          Rule.FAILS, failure, failure.message() + "\n  " + OwnCommits.remedy(migration.up()));
    }
    String where = worksOnEmptyTables ? "It fails on rows, but not on empty tables: " : "";
    return finding(
        Rule.FAILS,
        failure,
        where + failure.message() + row.map("\n  The row: "::concat).orElse(""));
  }

  /** The finding on a failure at the second size, where the first had none. */
  Finding atMoreRows(TraceFailure failure) {
    return isTimeout(failure)
        ? finding(Rule.NEVER_ENDS, failure, stillRunning(settings.moreRows()))
        : finding(
            Rule.FAILS,
            failure,
            "At %s rows a table, it fails: %s".formatted(settings.moreRows(), failure.message()));
  }

  // A script may set its own timeout, and in several places.
  private String stillRunning(int rows) {
    String after =
        SETS_TIMEOUT.matcher(migration.up().sql()).find()
            ? "at the statement timeout, which the script itself sets"
            : "after %s s".formatted(settings.statementTimeout().toSeconds());
    return "This statement was still running %s, on %s rows a table.".formatted(after, rows);
  }

  static boolean isTimeout(TraceFailure failure) {
    return QUERY_CANCELED.equals(failure.sqlState());
  }

  /** Why a script cannot be read. */
  static String unreadable(MigrationFailedException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains("placeholder")
        ? message + "\nNext: give it one with --placeholder NAME=TEXT, or in the prover's settings."
        : message;
  }

  /**
   * A note on rows that its first statement refused in the migration's own words.
   *
   * @param instead what it was proven on: {@code empty tables}
   */
  String refusal(TraceFailure failure, String instead) {
    return "%s, line %d, refused the generated rows, as it says it would, and was proven on %s: %s"
        .formatted(migration.up().name(), failure.line(), instead, failure.message());
  }

  private Finding finding(Rule rule, TraceFailure failure, String detail) {
    String name = migration.up().name();
    return new Finding(migration.version(), rule, name, name, failure.line(), detail, "", null);
  }
}
