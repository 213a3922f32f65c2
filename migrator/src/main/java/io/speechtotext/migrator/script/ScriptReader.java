package io.speechtotext.migrator.script;

import io.speechtotext.migrator.MigrationFailedException;
import io.speechtotext.migrator.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** Splits scripts into statements at the very places where Flyway does. Thread-safe. */
public final class ScriptReader {

  private final Map<String, String> placeholders;

  /**
   * A reader that fills placeholders. Those that Flyway fills by itself from the database, such as
   * <code>${flyway:user}</code>, have no value here unless they are given; the file's name has.
   *
   * @param placeholders the text for each <code>${name}</code>
   */
  public ScriptReader(Map<String, String> placeholders) {
    this.placeholders = Map.copyOf(placeholders);
  }

  /**
   * Reads a script and the configuration beside it.
   *
   * @throws MigrationFailedException when it cannot be read as SQL, a placeholder has no value, or
   *     statements that run in a transaction stand beside others that cannot
   */
  public SqlScript read(Script script) {
    try {
      return read(script, new FlywayParser(script, placeholders));
    } catch (FlywayException e) {
      throw UnreadableScript.of(script, e);
    }
  }

  private static SqlScript read(Script script, FlywayParser parser) {
    List<FlywayParser.Parsed> parsed = parser.parse();
    CopyData data = new CopyData(parser.filledText());
    List<SqlStatement> statements = new ArrayList<>();
    for (FlywayParser.Parsed each : parsed) {
      statements.add(new SqlStatement(each.sql(), each.line(), data.after(each)));
    }
    return new SqlScript(script, statements, inTransaction(script, parsed, parser.configured()));
  }

  private static boolean inTransaction(
      Script script, List<FlywayParser.Parsed> parsed, @Nullable Boolean configured) {
    if (configured != null) {
      return configured;
    }
    FlywayParser.@Nullable Parsed alone = null;
    for (FlywayParser.Parsed each : parsed) {
      if (!each.inTransaction()) {
        alone = each;
      }
    }
    if (alone != null && parsed.stream().anyMatch(FlywayParser.Parsed::inTransaction)) {
      throw UnreadableScript.mixed(script, alone.line());
    }
    return alone == null;
  }
}
