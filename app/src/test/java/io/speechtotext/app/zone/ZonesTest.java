package io.speechtotext.app.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A server in Tehran, and processes in three zones: a time is the same for all of them. */
@FromTemplate(MigratedSchema.class)
class ZonesTest {

  private static final String QUERY_OF_EACH_COLUMN =
      """
      SELECT format('SELECT (extract(epoch FROM %I) * 1000000)::bigint FROM %I WHERE %1$I IS NOT NULL',
        column_name, table_name)
      FROM information_schema.columns
      WHERE data_type = 'timestamp with time zone' AND table_schema = 'public'
        AND table_name IN ('api_keys', 'jobs', 'feedback', 'lexicon_terms', 'lexicons')
      """;

  private final ThrowawayDatabase database;

  ZonesTest(ThrowawayDatabase copy) {
    database = copy;
  }

  @Test
  void shiftNoTime() throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "ALTER DATABASE %s SET timezone = 'Asia/Tehran'".formatted(database.name()));
    }
    String written = run("America/Caracas", "write");
    assertThat(run("Asia/Tehran", "read")).isEqualTo(written);
    assertThat(run("UTC", "read")).isEqualTo(written);
    assertThat(written)
        .contains("ApiKey.lastUsedAt ", "JobTimes.completedAt ", "LastAttempt.nextAttemptAt ")
        .contains("Feedback.processedAt ", "LexiconTerm.createdAt ", "Lexicon.changedAt ");
    assertThat(written.lines().map(line -> line.replaceFirst(".* ", "")))
        .isSubsetOf(timesOfTheServer());
  }

  private Set<String> timesOfTheServer() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET timezone = 'Asia/Tehran'");
      String all = String.join(" UNION ", values(statement, QUERY_OF_EACH_COLUMN));
      return values(statement, all).stream()
          .map(each -> Instant.EPOCH.plus(Long.parseLong(each), ChronoUnit.MICROS).toString())
          .collect(Collectors.toSet());
    }
  }

  private static Set<String> values(Statement statement, String query) throws SQLException {
    Set<String> values = new TreeSet<>();
    try (ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        values.add(row.getString(1));
      }
    }
    return values;
  }

  private String run(String zone, String what) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Duser.timezone=" + zone,
            "-Dorg.jooq.no-logo=true",
            "-Dorg.jooq.no-tips=true",
            "-cp",
            System.getProperty("java.class.path"),
            ZonedProcess.class.getName(),
            what);
    builder.environment().put("DATABASE_URL", MigratedSchema.url(database, database.password()));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s in %s", what, zone).isZero();
    return output;
  }
}
