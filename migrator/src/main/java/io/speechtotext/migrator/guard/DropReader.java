package io.speechtotext.migrator.guard;

import io.speechtotext.migrator.MigrationFailedException;
import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.migrator.script.SqlStatement;
import io.speechtotext.migrator.script.SqlToken;
import io.speechtotext.migrator.script.SqlTokenizer;
import java.util.List;
import java.util.Set;

/**
 * Finds what a script drops: by DROP TABLE, ALTER TABLE … DROP COLUMN and TRUNCATE, as statements
 * or in the body of a DO block. What a function that is called does, or a text that a block
 * executes, is not seen; nor are rows that the script deletes, or values that it changes, for that
 * is its own purpose.
 */
public final class DropReader {

  private static final Set<String> BEFORE_A_STATEMENT =
      Set.of(";", "begin", "then", "else", "loop", ">");

  private final Script script;
  private final FoundDrops found = new FoundDrops();

  private DropReader(Script script) {
    this.script = script;
  }

  /**
   * What a script drops, without what it made itself, columns of dropped tables, and repetitions.
   *
   * @throws MigrationFailedException when a statement takes along what it does not name
   */
  public static List<Drop> dropsOf(SqlScript script) {
    DropReader reader = new DropReader(script.source());
    script.statements().forEach(reader::read);
    return reader.found.drops();
  }

  private void read(SqlStatement statement) {
    List<SqlToken> tokens = SqlTokenizer.tokens(statement.sql());
    try {
      if (!tokens.isEmpty() && tokens.get(0).is("do")) {
        tokens.stream()
            .filter(token -> token.kind() == SqlToken.Kind.LITERAL)
            .forEach(body -> readBody(SqlTokenizer.tokens(body.text())));
      } else {
        new StatementDrops(new TokenCursor(tokens, 0), found).read();
      }
    } catch (TokenCursor.Unexpected e) {
      throw cannotTell(statement.line(), e);
    }
  }

  private void readBody(List<SqlToken> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (i == 0 || BEFORE_A_STATEMENT.stream().anyMatch(tokens.get(i - 1)::is)) {
        new StatementDrops(new TokenCursor(tokens, i), found).read();
      }
    }
  }

  private MigrationFailedException cannotTell(int line, RuntimeException cause) {
    String message =
        "%s, line %d: this statement drops something, but not by a name from which to tell what data is lost."
                .formatted(script.name(), line)
            + " Nothing was changed. Next: drop each table and column by its name, or undo it with"
            + " DataLoss.DISCARD (--lose-data --no-copy).";
    return new MigrationFailedException(message, script.name(), line, null, cause);
  }
}
