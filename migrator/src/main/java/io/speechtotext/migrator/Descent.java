package io.speechtotext.migrator;

import io.speechtotext.migrator.guard.GuardSql;
import io.speechtotext.migrator.guard.Losses;
import io.speechtotext.migrator.guard.UndoDrops;
import io.speechtotext.migrator.history.AppliedRows;
import io.speechtotext.migrator.history.HistoryTable;
import io.speechtotext.migrator.script.ScriptReader;
import io.speechtotext.migrator.session.MigrationSession;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** One way down, in one session. */
final class Descent {

  private final MigrationSession session;
  private final Migrations migrations;
  private final MigratorSettings settings;
  private final MigrationProgress progress;
  private final DataLoss policy;

  Descent(
      MigrationSession session,
      Migrations migrations,
      MigratorSettings settings,
      MigrationProgress progress,
      DataLoss policy) {
    this.session = session;
    this.migrations = migrations;
    this.settings = settings;
    this.progress = progress;
    this.policy = policy;
  }

  UndoRun by(int steps) {
    long begin = System.nanoTime();
    List<Version> applied = applied();
    if (steps > applied.size()) {
      throw new IllegalArgumentException(
          "%d steps cannot be undone, for %d version(s) are applied: %s. Nothing was changed. Next: name fewer, or undo down to base"
              .formatted(steps, applied.size(), applied));
    }
    return undo(applied, applied.size() - steps, begin);
  }

  UndoRun to(@Nullable Version target) {
    long begin = System.nanoTime();
    List<Version> applied = applied();
    int remaining = target == null ? 0 : applied.indexOf(target) + 1;
    if (target != null && remaining == 0) {
      throw new IllegalArgumentException(
          "Version %s is not applied, so there is no way down to it; applied are %s. Nothing was changed."
              .formatted(target, applied));
    }
    return undo(applied, remaining, begin);
  }

  /** All the way, after deleting every row, so that no undo finds one that it cannot keep. */
  UndoRun toBaseWithoutRows() {
    long begin = System.nanoTime();
    List<Version> applied = applied();
    try {
      TableRows.delete(session.connection());
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
    return undo(applied, 0, begin);
  }

  /** The versions that can be undone, lowest first. */
  private List<Version> applied() {
    try {
      HistoryState state = agreedState();
      if (!state.unknown().isEmpty()) {
        throw new HistoryConflictException(
            "The database is newer than this release, which has no undo for %s. Nothing was changed. Next: undo with the release that migrated it."
                .formatted(state.unknown()),
            null);
      }
      return List.copyOf(AppliedRows.of(HistoryTable.rows(session.connection())).keySet());
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }

  private HistoryState agreedState() throws SQLException {
    Flyway flyway = FlywayFactory.create(session.lent(), migrations, settings, migrations.latest());
    return new Start(session, migrations, settings, progress).down(flyway, reader());
  }

  private ScriptReader reader() throws SQLException {
    return new ScriptReader(Placeholders.of(session.connection(), settings));
  }

  private UndoRun undo(List<Version> applied, int remaining, long begin) {
    List<Undo> undos = undos(applied.subList(remaining, applied.size()));
    refuseLosses(undos);
    List<UndoneMigration> undone = new ArrayList<>();
    UndoStep step = new UndoStep(session, settings, progress, policy);
    for (Undo undo : undos) {
      progress.undoes(undo.migration());
      UndoneMigration done = step.run(undo);
      progress.undone(done);
      undone.add(done);
    }
    return new UndoRun(
        undone,
        remaining == 0 ? null : applied.get(remaining - 1),
        Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Newest first; all of them read before the first is run. */
  private List<Undo> undos(List<Version> versions) {
    try {
      ScriptReader reader = reader();
      List<Undo> undos = new ArrayList<>();
      for (Migration migration : migrations.of(versions)) {
        undos.add(Undo.of(migration, reader, policy));
      }
      Collections.reverse(undos);
      return undos;
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }

  // Half of a way down that cannot be finished helps nobody, so all of it is looked at first.
  private void refuseLosses(List<Undo> undos) {
    List<UndoDrops> drops = undos.stream().filter(Undo::dropsAnything).map(Undo::drops).toList();
    if (policy != DataLoss.REFUSE || drops.isEmpty()) {
      return;
    }
    try (Statement statement = session.connection().createStatement()) {
      statement.execute(GuardSql.forecast(drops, ""));
    } catch (SQLException e) {
      DataLossException refusal = Losses.in(e);
      throw refusal == null ? new DatabaseUnavailableException(e) : refusal;
    }
  }
}
