package io.speechtotext.prover.source;

import io.speechtotext.migrator.MigrationFailedException;
import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.script.ScriptReader;
import io.speechtotext.migrator.script.SqlStatement;
import io.speechtotext.migrator.script.SqlToken;
import io.speechtotext.migrator.script.SqlTokenizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the tools that write pairs run a script, said in the words of Flyway's {@code .conf} files:
 * they know no placeholders, and run it outside a transaction when it begins one itself, or when it
 * or its {@code metadata.toml} asks for that.
 */
final class RunnerSettings {

  private static final String NO_PLACEHOLDERS = "placeholderReplacement=false\n";
  private static final String IN_TRANSACTION = NO_PLACEHOLDERS + "executeInTransaction=true\n";
  private static final String ON_ITS_OWN = NO_PLACEHOLDERS + "executeInTransaction=false\n";

  // As sqlx wants it: the very first characters of the file.
  private static final String MARK = "-- no-transaction";
  private static final Pattern DIESEL =
      Pattern.compile("(?m)^\\s*run_in_transaction\\s*=\\s*false\\b");
  private static final Set<String> CONTROL =
      Set.of("begin", "start", "commit", "end", "rollback", "abort");

  private RunnerSettings() {}

  /**
   * The settings.
   *
   * @param metadata what stands in Diesel's file beside the script; null when there is none
   */
  static String of(String name, String sql, @Nullable String metadata) {
    boolean asked = sql.startsWith(MARK) || (metadata != null && DIESEL.matcher(metadata).find());
    return asked || controlsTransactions(name, sql) ? ON_ITS_OWN : NO_PLACEHOLDERS;
  }

  private static boolean controlsTransactions(String name, String sql) {
    try {
      return new ScriptReader(Map.of())
          .read(new Script(name, sql, IN_TRANSACTION)).statements().stream()
              .anyMatch(RunnerSettings::controlsTransactions);
    } catch (MigrationFailedException e) {
      // Whoever runs it reads it again, and says so.
      return false;
    }
  }

  private static boolean controlsTransactions(SqlStatement statement) {
    List<SqlToken> tokens = SqlTokenizer.tokens(statement.sql());
    return !tokens.isEmpty()
        && tokens.get(0).kind() == SqlToken.Kind.WORD
        && CONTROL.contains(tokens.get(0).text());
  }
}
