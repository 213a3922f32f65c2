package io.speechtotext.schema;

import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.script.ScriptReader;
import io.speechtotext.migrator.script.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Runs a script on a machine without psql: understands the lines for psql that the scripts have,
 * and sends the rest.
 */
final class PsqlScript {

  private static final Set<String> TRUE = Set.of("1", "on", "true", "yes");
  private static final String AS_IT_IS =
      "executeInTransaction=false\nplaceholderReplacement=false\n";

  private final Map<String, String> variables;
  private final Deque<Boolean> conditions = new ArrayDeque<>();
  private final StringBuilder sql = new StringBuilder();

  private PsqlScript(Map<String, String> variables) {
    this.variables = new HashMap<>(variables);
  }

  /** Runs it as {@code psql -v ON_ERROR_STOP=1} would, with variables. */
  static void run(String text, Map<String, String> variables, Connection connection)
      throws SQLException {
    PsqlScript script = new PsqlScript(variables);
    text.lines().forEach(script::read);
    Script sql = new Script("script.sql", script.sql.toString(), AS_IT_IS);
    for (SqlStatement statement : new ScriptReader(Map.of()).read(sql).statements()) {
      statement.execute(connection);
    }
  }

  private void read(String line) {
    String[] words = line.split(" ", -1);
    switch (words[0]) {
      case "\\if" -> conditions.push(isTrue(words[1]));
      case "\\else" -> conditions.push(!conditions.pop());
      case "\\endif" -> conditions.pop();
      default -> {
        if (!conditions.contains(false)) {
          readActive(line, words);
        }
      }
    }
  }

  private void readActive(String line, String[] words) {
    if (words[0].equals("\\set")) {
      variables.put(words[1], words[2]);
    } else {
      sql.append(line).append("\n");
    }
  }

  private boolean isTrue(String expression) {
    return expression.startsWith(":{?")
        ? variables.containsKey(expression.substring(3, expression.length() - 1))
        : TRUE.contains(variables.getOrDefault(expression.substring(1), ""));
  }
}
