package io.speechtotext.migrator.offline;

import io.speechtotext.migrator.Migration;
import io.speechtotext.migrator.MigrationFailedException;
import io.speechtotext.migrator.Migrations;
import io.speechtotext.migrator.MigratorSettings;
import io.speechtotext.migrator.guard.DropReader;
import io.speechtotext.migrator.guard.UndoDrops;
import io.speechtotext.migrator.history.HistoryTable;
import io.speechtotext.migrator.script.ScriptReader;
import io.speechtotext.migrator.script.SqlScript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the SQL of a way up or down, for {@code psql}; contacts no database. What it writes makes
 * the same of a database as the migrator does, its history included, and refuses to begin on one
 * that is not where the way begins. Immutable.
 */
public final class OfflineScript {

  private final Migrations migrations;
  private final MigratorSettings settings;
  private final ScriptReader reader;

  /** Scripts of these migrations, with the placeholders and time limits of the settings. */
  public OfflineScript(Migrations migrations, MigratorSettings settings) {
    this.migrations = migrations;
    this.settings = settings;
    Map<String, String> placeholders = new HashMap<>(settings.placeholders());
    placeholders.put("flyway:table", HistoryTable.NAME);
    this.reader = new ScriptReader(placeholders);
  }

  /**
   * A script with a transaction for each migration that runs in one, for {@code psql -X -v
   * ON_ERROR_STOP=1 -f}. On the way down it refuses to lose data, unless psql's variable {@code
   * lose_data} is true; what is lost is then copied, unless {@code no_copy} is true as well.
   *
   * @param from a known version, or {@code base}
   * @param to likewise; below {@code from} for a way down
   * @throws IllegalArgumentException when a version is not known
   * @throws MigrationFailedException when a file cannot be read as SQL, or it cannot be told what
   *     an undo drops
   */
  public String between(String from, String to) {
    return new ScriptText(steps(from, to), settings).withOwnTransactions();
  }

  /**
   * A script without transactions of its own, for {@code psql -X -1 -v ON_ERROR_STOP=1 -f}.
   *
   * @throws MigrationFailedException also when a migration on the way cannot run in a transaction;
   *     it names the first
   */
  public String inSingleTransaction(String from, String to) {
    Steps steps = steps(from, to);
    for (StepSql step : steps.list()) {
      if (!step.inTransaction()) {
        String name = step.script().source().name();
        throw new MigrationFailedException(
            "%s cannot run in a transaction, so the way from %s to %s cannot be one. Next: write the script without a single transaction, or two scripts, before and after it."
                .formatted(name, from, to),
            name,
            0,
            null,
            null);
      }
    }
    return new ScriptText(steps, settings).forSingleTransaction();
  }

  private Steps steps(String from, String to) {
    Way way = Way.between(migrations, from, to);
    List<StepSql> steps =
        way.steps().stream().map(way.isDown() ? this::undo : this::apply).toList();
    return new Steps(from, to, way.applied(), steps);
  }

  private StepSql apply(Migration migration) {
    return new StepSql(migration, reader.read(migration.up()), null);
  }

  private StepSql undo(Migration migration) {
    SqlScript script = reader.read(migration.undo());
    UndoDrops drops = new UndoDrops(migration.version(), DropReader.dropsOf(script));
    return new StepSql(migration, script, drops);
  }
}
