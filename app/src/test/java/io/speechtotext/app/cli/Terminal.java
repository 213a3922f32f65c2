package io.speechtotext.app.cli;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.config.DatabaseSettings;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs commands of {@code stt} on a database, in this process. */
final class Terminal {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private final ThrowawayDatabase database;
  private final Map<String, String> environment;
  private final Release release;

  Terminal(ThrowawayDatabase database, Release release) {
    this.database = database;
    this.release = release;
    this.environment = Map.of("DATABASE_URL", MigratedSchema.url(database, database.password()));
  }

  /** What is printed, a line each, and the exit code if it is not 0. */
  List<String> run(String arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Stt.commandLine(environment, release)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setUsageHelpAutoWidth(false);
    int code = command.execute(words(arguments));
    Stream<String> lines =
        Stream.concat(
            out.toString().lines(), err.toString().lines().map(line -> Case.ERROR + line));
    Stream<String> exit = code == ExitCode.DONE ? Stream.empty() : Stream.of("[exit " + code + "]");
    return Stream.concat(lines.map(this::masked), exit).map(String::stripTrailing).toList();
  }

  private static String[] words(String arguments) {
    return WORD.matcher(arguments)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .toArray(String[]::new);
  }

  /** The rows of a query, columns separated by bars; nothing for a statement. */
  List<String> query(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      List<String> rows = new ArrayList<>();
      if (statement.execute(sql)) {
        ResultSet result = statement.getResultSet();
        while (result.next()) {
          rows.add(row(result));
        }
      }
      return rows;
    }
  }

  private static String row(ResultSet result) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
      values.add(String.valueOf(result.getString(i)));
    }
    return String.join(" | ", values);
  }

  // What differs from run to run and from machine to machine.
  private String masked(String line) {
    String address = DatabaseSettings.from(environment).describe();
    return line.replace(address, "<database>")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z?", "<time>")
        .replaceAll("\\d{8}t\\d{6}z", "<time>")
        .replaceAll("stt_[\\w-]{8}_[\\w-]{43}", "<key>")
        .replaceAll("stt_[\\w-]{8}(?![\\w-])", "<prefix>")
        .replaceAll("\\b\\d+ ms\\b", "<ms>")
        .replaceAll("\"(took_in_millis)\" : \\d+", "\"$1\" : <ms>");
  }
}
