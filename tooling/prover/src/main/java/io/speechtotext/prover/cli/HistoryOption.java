package io.speechtotext.prover.cli;

import io.speechtotext.migrator.history.HistoryRow;
import io.speechtotext.migrator.history.HistoryTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The database that the migrations are for, of which only the history is read. */
final class HistoryOption {

  private static final String FORM = "jdbc:postgresql://host:5432/database";

  private final Map<String, String> environment;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--history",
      paramLabel = "URL",
      description = {
        "Compare the files with what is applied to the database at jdbc:postgresql://…: its"
            + " flyway_schema_history is read, and nothing else.",
        "User and password stand in PGUSER and PGPASSWORD, or in the URL as ?user=u&password=p."
      })
  private @Nullable String url;

  HistoryOption(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Oldest first; empty when nobody asked for it. */
  Optional<List<HistoryRow>> rows() {
    String given = url;
    return given == null ? Optional.empty() : Optional.of(read(dataSource(given)));
  }

  private static List<HistoryRow> read(PGSimpleDataSource database) {
    try (Connection connection = database.getConnection()) {
      connection.setReadOnly(true);
      if (!HistoryTable.exists(connection)) {
        throw new UnavailableHistoryException(
            "The database of --history has no table %s in its current schema. Next: name another database, or its schema with ?currentSchema=…"
                .formatted(HistoryTable.NAME),
            null);
      }
      return HistoryTable.rows(connection);
    } catch (SQLException e) {
      throw new UnavailableHistoryException(
          "The history cannot be read: " + e.getMessage() + ". Next: mend the URL of --history", e);
    }
  }

  // The URL may hold a password, and the driver's complaint the URL: neither is shown.
  private PGSimpleDataSource dataSource(String given) {
    int query = given.indexOf('?');
    String target = query < 0 ? given : given.substring(0, query);
    if (!target.startsWith("jdbc:postgresql:") || target.contains("@")) {
      throw malformed();
    }
    PGSimpleDataSource database = new PGSimpleDataSource();
    try {
      database.setURL(given);
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
    if (database.getUser() == null) {
      database.setUser(environment.get("PGUSER"));
    }
    if (database.getPassword() == null) {
      database.setPassword(environment.get("PGPASSWORD"));
    }
    return database;
  }

  private ParameterException malformed() {
    return new ParameterException(
        spec.commandLine(),
        "Invalid value for option '--history': it has not the form %s; user and password stand in PGUSER and PGPASSWORD, or behind it as ?user=u&password=p"
            .formatted(FORM));
  }
}
