package io.speechtotext.codegen;

import io.speechtotext.migrator.Migrations;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.migrator.MigratorSettings;
import io.speechtotext.migrator.snapshot.Snapshot;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.codegen.GeneratorStrategy;
import org.jooq.meta.Database;

/**
 * Generates from migrations instead of from a database: starts a throwaway PostgreSQL, migrates it
 * and generates from that; or does none of it when nothing changed since the last time.
 *
 * <p>For the {@code <name>} of a jOOQ code generator's configuration, which has no {@code <jdbc>}.
 * The configuration's database properties are {@code migrations}, the directory, relative to the
 * module's; any number of {@code placeholders.<name>}; and {@code snapshot}, a file that shows what
 * the migrations make: it is written where it is stale, or, when the environment variable {@code
 * CI} is set to anything but {@code false}, that is an error. The system property {@code
 * schema.regenerate} generates whether anything changed or not.
 *
 * <p>A class that the configuration names, such as a strategy, counts by its name: who changes one
 * says so with that property.
 *
 * <p>One scope owns the server, so that nothing is left running when a migration fails. The stamp
 * goes before anything is generated and comes back after all is, so that a generation which ends in
 * between never counts as fresh.
 */
public final class MigrationGenerator extends RowTypeGenerator {

  private static final String FORCE = "schema.regenerate";

  // Else defaults and checks are printed in the machine's zone, and as the server is wont to.
  private static final String NEUTRAL_SESSION =
      """
      SET TIME ZONE 'UTC';
      SET IntervalStyle = 'postgres';
      SET bytea_output = 'hex';
      SET quote_all_identifiers = off;
      """;

  private GeneratorStrategy configuredStrategy = new DefaultGeneratorStrategy();

  // What getStrategy() returns is wrapped, and does not tell what it was made of.
  @Override
  public void setStrategy(GeneratorStrategy strategy) {
    super.setStrategy(strategy);
    this.configuredStrategy = strategy;
  }

  @Override
  public void generate(Database database) {
    try {
      Settings settings = Settings.of(database);
      Migrations migrations = Migrations.inDirectory(settings.directory());
      Stamp inputs =
          Inputs.of(
              migrations, settings, EffectiveConfiguration.of(this, configuredStrategy, database));
      StampFile stampFile = StampFile.besides(Path.of(getTargetDirectory()));
      Optional<String> stale =
          stampFile.reasonToRegenerate(settings.withSnapshot(inputs), isForced());
      if (stale.isPresent()) {
        stampFile.delete();
        regenerate(database, migrations, settings, stale.get());
        stampFile.write(settings.withSnapshot(inputs));
      } else {
        Report.upToDate(migrations, inputs);
        UsedSettings.markAll(database);
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
      Database database, Migrations migrations, Settings settings, String reason)
      throws IOException {
    Preload preload = Preload.begin();
    try (preload;
        ThrowawayPostgres server = ThrowawayPostgres.start();
        ThrowawayDatabase empty = server.createDatabase()) {
      Report.version(server);
      MigratorSettings withPlaceholders =
          MigratorSettings.defaults().withPlaceholders(settings.placeholders());
      Report.applied(new Migrator(empty.dataSource(), migrations, withPlaceholders).up());
      try (Connection connection = empty.connect();
          Statement statement = connection.createStatement()) {
        if (settings.snapshot().isPresent()) {
          bringUpToDate(settings.snapshot().get(), connection);
        }
        statement.execute(NEUTRAL_SESSION);
        database.setConnection(connection);
        long begin = System.nanoTime();
        NeutralLocale.during(() -> super.generate(database));
        Report.generated(database, Duration.ofNanos(System.nanoTime() - begin), reason);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The throwaway server stopped answering", e);
    }
  }

  private static void bringUpToDate(SnapshotFile file, Connection connection)
      throws SQLException, IOException {
    if (file.bringUpToDate(Snapshot.of(connection))) {
      Report.wrote(file);
    }
  }
}
