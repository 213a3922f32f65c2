package io.speechtotext.prover.rule;

import io.speechtotext.migrator.MigrationFailedException;
import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.script.ScriptReader;
import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.migrator.script.SqlStatement;
import io.speechtotext.migrator.script.SqlToken;
import io.speechtotext.migrator.script.SqlTokenizer;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.rewrite.MaskedSql;
import io.speechtotext.prover.source.Layout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Statements that cannot run in a transaction beside others that should, or without the {@code
 * .conf} that they need: by Flyway's own parser, and by what it does not know. A script that says
 * by its {@code .conf} that it runs outside a transaction may hold whatever can be repeated (SET,
 * COMMENT, DO and the like), but no other change of the schema. Such a script is not run.
 */
public final class MixedTransaction {

  // Flyway takes these for statements that can run in a transaction.
  private static final Pattern UNRECOGNISED =
      Pattern.compile(
          "\\s*(?:REINDEX\\s(?:.*\\s)?CONCURRENTLY\\b.*"
              + "|ALTER\\s+TABLE\\s.*\\sDETACH\\s+PARTITION\\s.*\\sCONCURRENTLY\\s*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern REPEATABLE =
      Pattern.compile(
          "\\s*(?:SET|RESET|SHOW|SELECT|DO|CALL|COMMENT|ANALYZE|VACUUM|UPDATE|DELETE|INSERT"
              + "|(?:DROP\\s+INDEX|ALTER\\s+SYSTEM)|BEGIN|COMMIT)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Set<String> OFF = Set.of("false", "off", "0");
  private static final String IN_TRANSACTION = "executeInTransaction=true";
  private static final String OUTSIDE = "executeInTransaction=false";

  private final String version;
  private final ScriptReader reader;

  private MixedTransaction(String version, ScriptReader reader) {
    this.version = version;
    this.reader = reader;
  }

  /**
   * What is wrong with a script in this respect; empty when nothing is, or when it cannot be read
   * for another reason.
   */
  public static Optional<Finding> in(
      String version, Script script, Map<String, String> placeholders) {
    return new MixedTransaction(version, new ScriptReader(placeholders)).check(script);
  }

  private Optional<Finding> check(Script script) {
    SqlScript read;
    try {
      read = reader.read(script);
    } catch (MigrationFailedException e) {
      return isMixed(script) ? Optional.of(refused(script, e)) : Optional.empty();
    }
    return read.inTransaction() ? withoutConf(read) : besideOthers(read);
  }

  // What is refused as a mix can be read once a configuration decides.
  private boolean isMixed(Script script) {
    try {
      reader.read(configured(script, IN_TRANSACTION));
      return true;
    } catch (MigrationFailedException e) {
      return false;
    }
  }

  private static Script configured(Script script, String line) {
    String former = script.configuration();
    return new Script(script.name(), script.sql(), (former == null ? "" : former + "\n") + line);
  }

  private Finding refused(Script script, MigrationFailedException e) {
    SqlScript read = reader.read(configured(script, OUTSIDE));
    return finding(
        script,
        e.line(),
        "This statement cannot run in a transaction, and others in the file should; Flyway refuses such a file, and other runners stop here.",
        apart(read, e.line()));
  }

  private Optional<Finding> withoutConf(SqlScript read) {
    return read.statements().stream()
        .filter(statement -> isUnrecognised(statement.sql()))
        .findFirst()
        .map(
            statement ->
                finding(
                    read.source(),
                    statement.line(),
                    "This statement cannot run in a transaction, and its runner does not know it: it begins one, and the statement fails.",
                    remedy(read.source())
                        + (read.statements().size() == 1
                            ? stripped(statement)
                            : apart(read, statement.line()))));
  }

  private static boolean isUnrecognised(String sql) {
    return MaskedSql.of(sql).matcher(UNRECOGNISED).matches() || hasConcurrentlyAsOption(sql);
  }

  // REINDEX (VERBOSE, CONCURRENTLY) TABLE t: the skeleton hides what is in parentheses.
  private static boolean hasConcurrentlyAsOption(String sql) {
    List<String> words =
        SqlTokenizer.tokens(sql).stream()
            .map(SqlToken::text)
            .takeWhile(word -> !word.equals(")"))
            .toList();
    int option = words.indexOf("concurrently");
    return option > 1
        && words.get(0).equals("reindex")
        && words.get(1).equals("(")
        && (option == words.size() - 1 || !OFF.contains(words.get(option + 1)));
  }

  private Optional<Finding> besideOthers(SqlScript read) {
    boolean hasBoth = read.statements().stream().anyMatch(this::needsNoTransaction);
    return read.statements().stream()
        .filter(statement -> hasBoth && !needsNoTransaction(statement))
        .filter(statement -> !MaskedSql.of(statement.sql()).matcher(REPEATABLE).matches())
        .findFirst()
        .map(
            statement ->
                finding(
                    read.source(),
                    statement.line(),
                    "This statement could run in a transaction, and stands in a file that runs outside: should the file stop half-way, it cannot be run again.",
                    apart(read, 0)));
  }

  private boolean needsNoTransaction(SqlStatement statement) {
    // Its placeholders are filled already.
    Script alone = new Script("alone", statement.sql(), "placeholderReplacement=false");
    return isUnrecognised(statement.sql()) || !reader.read(alone).inTransaction();
  }

  private String apart(SqlScript read, int line) {
    StringBuilder inside = new StringBuilder();
    StringBuilder outside = new StringBuilder();
    for (SqlStatement statement : read.statements()) {
      boolean isOutside = statement.line() == line || needsNoTransaction(statement);
      (isOutside ? outside : inside).append(stripped(statement));
    }
    return "-- %s, in a transaction:\n%s-- In a migration of its own, outside:\n%s"
        .formatted(version, inside, outside);
  }

  private static String remedy(Script script) {
    return switch (Layout.ofScript(script.name())) {
      case FLYWAY -> "-- In %s.conf:\n--   %s\n".formatted(script.name(), OUTSIDE);
      case DIRECTORIES -> "-- In metadata.toml beside it:\n--   run_in_transaction = false\n";
      case SUFFIXES -> "-- no-transaction\n";
    };
  }

  private static String stripped(SqlStatement statement) {
    return MaskedSql.of(statement.sql()).stripped() + ";\n";
  }

  private Finding finding(Script script, int line, String detail, String rewrite) {
    return new Finding(
        version, Rule.MIXED_TRANSACTION, script.name(), script.name(), line, detail, rewrite, null);
  }
}
