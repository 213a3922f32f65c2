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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the tools that write pairs run a script, said in the words of Flyway's {@code .conf} files:
 * they know no placeholders, and run it outside a transaction when it or its {@code metadata.toml}
 * asks for that, or when it begins and ends transactions itself. One between {@code BEGIN} and
 * {@code COMMIT} as a whole is as good as one in its runner's.
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
  // Without what they can say of isolation, which a transaction must hear first of all.
  private static final Set<String> BEGIN =
      Set.of("begin", "begin work", "begin transaction", "start transaction");
  private static final Set<String> COMMIT =
      Set.of("commit", "commit work", "commit transaction", "end", "end work", "end transaction");

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
      List<String> words =
          new ScriptReader(Map.of())
              .read(new Script(name, sql, IN_TRANSACTION)).statements().stream()
                  .map(RunnerSettings::words)
                  .toList();
      return unwrapped(words).stream().anyMatch(RunnerSettings::isControl);
    } catch (MigrationFailedException e) {
      // Whoever runs it reads it again, and says so.
      return false;
    }
  }

  private static String words(SqlStatement statement) {
    return SqlTokenizer.tokens(statement.sql()).stream()
        .map(token -> token.kind() == SqlToken.Kind.WORD ? token.text() : "?")
        .collect(Collectors.joining(" "));
  }

  private static List<String> unwrapped(List<String> statements) {
    int last = statements.size() - 1;
    boolean isWrapped =
        last > 0 && BEGIN.contains(statements.get(0)) && COMMIT.contains(statements.get(last));
    return isWrapped ? statements.subList(1, last) : statements;
  }

  private static boolean isControl(String words) {
    return CONTROL.contains(words.split(" ", 2)[0]);
  }
}
