package io.speechtotext.migrator;

import io.speechtotext.migrator.concurrent.ConcurrentRun;
import io.speechtotext.migrator.history.HistoryTable;
import io.speechtotext.migrator.script.ScriptReader;
import io.speechtotext.migrator.script.SqlScript;
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
    try {
      ScriptReader reader = new ScriptReader(Placeholders.of(session.connection(), settings));
      Flyway flyway = flyway(target);
      HistoryState start = new Start(session, migrations, settings, progress).up(flyway, reader);
      List<AppliedMigration> applied = new ArrayList<>();
      for (Migration pending : start.pending()) {
        applied.add(apply(pending, reader.read(pending.up())));
      }
      return new MigrationRun(
          applied,
          applied.isEmpty() ? start.version() : applied.get(applied.size() - 1).version(),
          start.unknown(),
          Duration.ofNanos(System.nanoTime() - begin));
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }

  // One by one, so that each has tries of its own, and is reported once it is committed.
  private AppliedMigration apply(Migration migration, SqlScript script) throws SQLException {
    progress.begins(migration);
    Duration time = script.inTransaction() ? inTransaction(migration) : outside(migration, script);
    AppliedMigration applied =
        new AppliedMigration(migration.version(), migration.description(), time);
    progress.applied(applied);
    return applied;
  }

  private Duration inTransaction(Migration migration) throws SQLException {
    session.limitLockWaits(settings.lockTimeout());
    Flyway flyway = flyway(migration.version());
    int tries = settings.lockTries();
    return new LockRetry(tries, (next, pause) -> progress.lockNotHad(migration, next, tries, pause))
        .run(() -> migrate(flyway));
  }

  private Duration migrate(Flyway flyway) {
    try {
      List<MigrateOutput> done = flyway.migrate().migrations;
      if (done.size() != 1) {
        throw new IllegalStateException(done.size() + " migrations applied for one");
      }
      return Duration.ofMillis(done.get(0).executionTime);
    } catch (FlywayException e) {
      throw new Failures(flyway, migrations).translate(e);
    }
  }

  private Duration outside(Migration migration, SqlScript script) throws SQLException {
    if (!HistoryTable.exists(session.connection())) {
      makeHistory();
    }
    return new ConcurrentRun(session, migration, script, progress)
        .apply(settings.concurrentTimeout());
  }

  private void makeHistory() {
    Flyway flyway = FlywayFactory.withoutMigrations(session.lent(), settings);
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      throw new Failures(flyway, migrations).translate(e);
    }
  }

  private Flyway flyway(Version target) {
    return FlywayFactory.create(session.lent(), migrations, settings, target);
  }
}
