package io.speechtotext.codegen;

import io.speechtotext.migrator.AppliedMigration;
import io.speechtotext.migrator.MigrationRun;
import io.speechtotext.migrator.Migrations;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.meta.Database;
import org.jooq.meta.TableDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generates from migrations instead of from a database: starts a throwaway PostgreSQL, migrates it
 * and generates from that; or does none of it when nothing changed since the last time.
 *
 * <p>For the {@code <name>} of a jOOQ code generator's configuration, which has no {@code <jdbc>}.
 * The configuration's database properties are {@code migrations}, the directory, relative to the
 * module's; and any number of {@code placeholders.<name>}. The system property {@code
 * schema.regenerate} generates whether anything changed or not.
 *
 * <p>One scope owns the server, so that nothing is left running when a migration fails. The stamp
 * goes before anything is generated and comes back after all is, so that a generation which ends in
 * between never counts as fresh.
 */
public final class MigrationGenerator extends RowTypeGenerator {

  private static final Logger log = LoggerFactory.getLogger(MigrationGenerator.class);
  private static final String FORCE = "schema.regenerate";

  @Override
  public void generate(Database database) {
    try {
      Settings settings = Settings.of(database);
      Migrations migrations = Migrations.inDirectory(settings.directory());
      Stamp inputs = Inputs.of(migrations, settings, this, database);
      StampFile stampFile = StampFile.besides(Path.of(getTargetDirectory()));
      Optional<String> stale = stampFile.reasonToRegenerate(inputs, isForced());
      if (stale.isPresent()) {
        stampFile.delete();
        regenerate(database, migrations, settings.placeholders(), stale.get());
        stampFile.write(inputs);
      } else {
        log.info(
            "Typed classes are up to date: {} migrations and {} other inputs are as they were",
            migrations.list().size(),
            inputs.entries().size() - migrations.list().size());
        // Else the tool reports them as unused.
        database.getConfiguredForcedTypes().forEach(database::markUsed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isForced() {
    String force = System.getProperty(FORCE);
    return force != null && !force.equals("false");
  }

  private void regenerate(
      Database database, Migrations migrations, Map<String, String> placeholders, String reason) {
    try (ThrowawayPostgres server = ThrowawayPostgres.start();
        ThrowawayDatabase empty = server.createDatabase()) {
      warnOfOtherVersion(server);
      report(new Migrator(empty.dataSource(), migrations, placeholders).up());
      try (Connection connection = empty.connect()) {
        database.setConnection(connection);
        long begin = System.nanoTime();
        super.generate(database);
        report(database, Duration.ofNanos(System.nanoTime() - begin), reason);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The throwaway server stopped answering", e);
    }
  }

  private static void warnOfOtherVersion(ThrowawayPostgres server) {
    int expected = ThrowawayPostgres.configuredMajorVersion();
    if (server.majorVersion() != expected) {
      log.warn("{} is not PostgreSQL {}, which this build is for", server.description(), expected);
    }
  }

  private static void report(MigrationRun run) {
    String each =
        run.applied().stream().map(MigrationGenerator::describe).collect(Collectors.joining(", "));
    log.info(
        "Applied {} in {} ms: {}",
        count(run.applied().size(), "migration"),
        run.duration().toMillis(),
        each);
  }

  private static String describe(AppliedMigration applied) {
    return "V%s (%d ms)".formatted(applied.version(), applied.duration().toMillis());
  }

  private static void report(Database database, Duration duration, String reason) {
    List<TableDefinition> tables = database.getTables(database.getSchemata().get(0));
    int columns = tables.stream().mapToInt(table -> table.getColumns().size()).sum();
    log.info(
        "Generated {} with {} in {} ms ({})",
        count(tables.size(), "table"),
        count(columns, "column"),
        duration.toMillis(),
        reason);
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
