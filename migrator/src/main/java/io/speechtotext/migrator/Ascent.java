package io.speechtotext.migrator;

import io.speechtotext.migrator.session.LockRetry;
import io.speechtotext.migrator.session.MigrationSession;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateOutput;

/** One way up, in one session. */
final class Ascent {

  private final MigrationSession session;
  private final Migrations migrations;
  private final MigratorSettings settings;
  private final MigrationProgress progress;

  Ascent(
      MigrationSession session,
      Migrations migrations,
      MigratorSettings settings,
      MigrationProgress progress) {
    this.session = session;
    this.migrations = migrations;
    this.settings = settings;
    this.progress = progress;
  }

  MigrationRun to(Version target) {
    long begin = System.nanoTime();
    HistoryState before = HistoryState.read(flyway(target), migrations);
    List<AppliedMigration> applied = new ArrayList<>();
    for (Migration pending : before.pending()) {
      progress.begins(pending);
      AppliedMigration done = apply(pending);
      progress.applied(done);
      applied.add(done);
    }
    Version now = applied.isEmpty() ? before.version() : applied.get(applied.size() - 1).version();
    return new MigrationRun(
        applied, now, before.unknown(), Duration.ofNanos(System.nanoTime() - begin));
  }

  // One by one, so that each has tries of its own, and is reported once it is committed.
  private AppliedMigration apply(Migration migration) {
    Flyway flyway = flyway(migration.version());
    LockRetry retry =
        new LockRetry(
            settings.lockTries(),
            (next, pause) -> progress.lockNotHad(migration, next, settings.lockTries(), pause));
    limitWaits();
    return retry.run(() -> migrate(flyway));
  }

  private AppliedMigration migrate(Flyway flyway) {
    try {
      List<MigrateOutput> done = flyway.migrate().migrations;
      if (done.size() != 1) {
        throw new IllegalStateException(done.size() + " migrations applied for one");
      }
      MigrateOutput output = done.get(0);
      return new AppliedMigration(
          Version.of(output.version), output.description, Duration.ofMillis(output.executionTime));
    } catch (FlywayException e) {
      throw new Failures(flyway, migrations).translate(e);
    }
  }

  private void limitWaits() {
    try {
      session.limitLockWaits(settings.lockTimeout());
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }

  private Flyway flyway(Version target) {
    return FlywayFactory.create(session.lent(), migrations, settings, target);
  }
}
