package io.speechtotext.codegen;

import io.speechtotext.migrator.AppliedMigration;
import io.speechtotext.migrator.MigrationRun;
import io.speechtotext.migrator.Migrations;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jooq.meta.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a build's log says of the generator: a line for each thing that it did. */
final class Report {

  private static final Logger log = LoggerFactory.getLogger(MigrationGenerator.class);

  private Report() {}

  static void upToDate(Migrations migrations, Stamp inputs) {
    log.info(
        "Typed classes are up to date: {} migrations and {} other inputs are as they were",
        migrations.list().size(),
        inputs.entries().size() - migrations.list().size());
  }

  /** Warns when the server is not of the version that this build is for. */
  static void version(ThrowawayPostgres server) {
    int expected = ThrowawayPostgres.configuredMajorVersion();
    if (server.majorVersion() != expected) {
      log.warn("{} is not PostgreSQL {}, which this build is for", server.description(), expected);
    }
  }

  static void applied(MigrationRun run) {
    String each = run.applied().stream().map(Report::describe).collect(Collectors.joining(", "));
    log.info(
        "Applied {} in {} ms: {}",
        count(run.applied().size(), "migration"),
        run.duration().toMillis(),
        each);
  }

  private static String describe(AppliedMigration applied) {
    return "V%s (%d ms)".formatted(applied.version(), applied.duration().toMillis());
  }

  static void wrote(SnapshotFile file) {
    log.info("Wrote {}: the migrations make another schema than it said; commit it", file.path());
  }

  /** Needs the connection that {@code database} was read by. */
  static void generated(Database database, Duration duration, String reason) {
    int tables = 0;
    int columns = 0;
    for (var schema : database.getSchemata()) {
      for (var table : database.getTables(schema)) {
        tables++;
        columns += table.getColumns().size();
      }
    }
    log.info(
        "Generated {} with {} in {} ms ({})",
        count(tables, "table"),
        count(columns, "column"),
        duration.toMillis(),
        reason);
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
