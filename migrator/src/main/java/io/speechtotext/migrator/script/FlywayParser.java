package io.speechtotext.migrator.script;

import io.speechtotext.migrator.Script;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.parser.PlaceholderReplacingReader;
import org.flywaydb.core.internal.sqlscript.SqlScriptMetadata;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.flywaydb.core.internal.util.BomStrippingReader;
import org.flywaydb.database.postgresql.PostgreSQLCopyParsedStatement;
import org.flywaydb.database.postgresql.PostgreSQLParser;
import org.jspecify.annotations.Nullable;

/**
 * The one place that uses Flyway's parser, which is not part of its promised interface: a second
 * parser would split some script at another place one day, and what is undone or scripted would no
 * longer be what was applied.
 */
final class FlywayParser {

  // The only ALTER TYPE that Flyway runs outside a transaction is one that adds a value, and only
  // on a server older than 12. It takes one that it cannot ask for such.
  private static final Pattern ALTERS_TYPE =
      Pattern.compile(
          "(?:\\s|--.*|/\\*(?s:.*?)\\*/)*+ALTER\\s+TYPE\\s(?s:.*)", Pattern.CASE_INSENSITIVE);

  /** A statement, as Flyway sees it. */
  record Parsed(String sql, int line, boolean inTransaction, boolean isCopy) {}

  private final PostgreSQLParser parser;
  private final LoadableResource resource;
  private final SqlScriptMetadata metadata;

  FlywayParser(Script script, Map<String, String> placeholders) {
    Map<String, String> filled = new HashMap<>(placeholders);
    filled.put("flyway:filename", script.name());
    Configuration configuration =
        new FluentConfiguration(FlywayParser.class.getClassLoader()).placeholders(filled);
    parser = new PostgreSQLParser(configuration, new ParsingContext());
    resource = new TextResource(script.name(), script.sql());
    metadata = SqlScriptMetadata.fromResource(conf(script), parser, configuration);
  }

  private static @Nullable LoadableResource conf(Script script) {
    String text = script.configuration();
    return text == null ? null : new TextResource(script.name() + ".conf", text);
  }

  /** What the configuration beside the script says; null when it says nothing. */
  @Nullable Boolean configured() {
    return metadata.executeInTransaction();
  }

  List<Parsed> parse() {
    List<Parsed> parsed = new ArrayList<>();
    try (SqlStatementIterator statements = parser.parse(resource, metadata)) {
      while (statements.hasNext()) {
        parsed.add(parsed(statements.next()));
      }
    }
    return parsed;
  }

  private static Parsed parsed(SqlStatement statement) {
    String sql = statement.getSql();
    return new Parsed(
        sql,
        statement.getLineNumber(),
        statement.canExecuteInTransaction() || ALTERS_TYPE.matcher(sql).matches(),
        statement instanceof PostgreSQLCopyParsedStatement);
  }

  /** The whole text that the statements were cut from. */
  String filledText() {
    StringWriter text = new StringWriter();
    try (Reader reader = replacing(new BomStrippingReader(resource.read()))) {
      reader.transferTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private Reader replacing(Reader reader) {
    return Boolean.FALSE.equals(metadata.placeholderReplacement())
        ? reader
        : PlaceholderReplacingReader.create(parser.configuration, parser.parsingContext, reader);
  }
}
