package io.speechtotext.migrator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** The one place that configures Flyway. */
final class FlywayFactory {

  private FlywayFactory() {}

  /** A Flyway that applies the migrations up to the target. */
  static Flyway create(
      DataSource database, Migrations migrations, MigratorSettings settings, Version target) {
    return configuration(database, migrations, settings)
        .target(MigrationVersion.fromVersion(target.toString()))
        .load();
  }

  /** A Flyway whose {@code migrate} makes the table of its history, and nothing else. */
  static Flyway withoutMigrations(DataSource database, MigratorSettings settings) {
    return configuration(database, new Migrations(List.of()), settings).load();
  }

  private static FluentConfiguration configuration(
      DataSource database, Migrations migrations, MigratorSettings settings) {
    FluentConfiguration configuration = Flyway.configure(FlywayFactory.class.getClassLoader());
    // A lock held in a transaction makes CREATE INDEX CONCURRENTLY wait for ever.
    configuration
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return configuration
        .dataSource(database)
        // What it finds by itself depends on class loaders: inside Maven it is java.util.logging.
        .loggers("slf4j")
        // Flyway is handed the files that were checked, and looks for no others itself.
        .resourceProvider(new ScriptResources(migrations))
        .javaMigrationClassProvider(List::of)
        .skipDefaultCallbacks(true)
        .locations(new String[0])
        // It would refuse every undo script.
        .validateMigrationNaming(false)
        .encoding(StandardCharsets.UTF_8)
        .placeholders(settings.placeholders())
        .cleanDisabled(true)
        // An older release has nothing to do on a newer database, and so does not fail.
        .ignoreMigrationPatterns("*:future", "*:pending")
        // Its own lock, which the session's keeps all but strangers from, is tried once a second.
        .lockRetryCount(Math.toIntExact(Math.max(1, settings.patience().toSeconds())));
  }
}
