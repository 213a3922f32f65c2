package io.speechtotext.migrator;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateOutput;
import org.flywaydb.core.internal.license.VersionPrinter;

/**
 * Brings a database to a version. Thread-safe; several processes may call it on one database at
 * once, for each waits until the one before it is done.
 */
public final class Migrator {

  private final DataSource database;
  private final Migrations migrations;
  private final MigratorSettings settings;

  /** A migrator for one database, whose role must own what the migrations change. */
  public Migrator(DataSource database, Migrations migrations) {
    this(database, migrations, MigratorSettings.defaults());
  }

  /** As above, with settings. */
  public Migrator(DataSource database, Migrations migrations, MigratorSettings settings) {
    this.database = database;
    this.migrations = migrations;
    this.settings = settings;
  }

  /**
   * Applies all migrations that are not applied yet, each in a transaction of its own.
   *
   * @throws MigrationFailedException when a script fails; those before it stay applied
   * @throws HistoryConflictException when the files contradict what was applied; changes nothing
   * @throws DatabaseUnavailableException when the database cannot be reached
   */
  public MigrationRun up() {
    return upTo(migrations.latest());
  }

  /**
   * Applies the migrations up to and including {@code target} that are not applied yet.
   *
   * @throws IllegalArgumentException when there is no such version
   */
  public MigrationRun upTo(String target) {
    Version version = Version.of(target);
    List<Version> known = migrations.list().stream().map(Migration::version).toList();
    if (!known.contains(version)) {
      throw new IllegalArgumentException(
          "There is no migration of version %s; known versions are %s".formatted(version, known));
    }
    return upTo(version);
  }

  private MigrationRun upTo(Version target) {
    long begin = System.nanoTime();
    Flyway flyway = FlywayFactory.create(database, migrations, settings.placeholders(), target);
    try {
      List<AppliedMigration> applied =
          flyway.migrate().migrations.stream().map(Migrator::applied).toList();
      return new MigrationRun(applied, Duration.ofNanos(System.nanoTime() - begin));
    } catch (FlywayException e) {
      throw new Failures(flyway, migrations).translate(e);
    }
  }

  /** The library that does the work and its version, for example {@code Flyway 13.12.0}. */
  public static String libraryVersion() {
    return "Flyway " + VersionPrinter.getVersion();
  }

  private static AppliedMigration applied(MigrateOutput output) {
    return new AppliedMigration(
        Version.of(output.version), output.description, Duration.ofMillis(output.executionTime));
  }
}
