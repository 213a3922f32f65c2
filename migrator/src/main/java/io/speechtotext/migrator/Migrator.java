package io.speechtotext.migrator;

import io.speechtotext.migrator.adopt.AdoptableVersions;
import io.speechtotext.migrator.adopt.Adoption;
import io.speechtotext.migrator.adopt.AdoptionTerms;
import io.speechtotext.migrator.adopt.Takeover;
import io.speechtotext.migrator.grant.GrantedRole;
import io.speechtotext.migrator.grant.ServiceGrants;
import io.speechtotext.migrator.repair.Defect;
import io.speechtotext.migrator.repair.HistoryRepair;
import io.speechtotext.migrator.script.ScriptReader;
import io.speechtotext.migrator.session.Connecting;
import io.speechtotext.migrator.session.MigrationSession;
import io.speechtotext.migrator.snapshot.Difference;
import io.speechtotext.migrator.snapshot.Severity;
import io.speechtotext.migrator.snapshot.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.flywaydb.core.internal.license.VersionPrinter;

/**
 * Brings a database to a version. Thread-safe; several processes may call it on one database at
 * once, for each waits until the one before it is done.
 */
public final class Migrator {

  /** The name of the place below all versions. */
  public static final String BASE = "base";

  private final DataSource database;
  private final Migrations migrations;
  private final MigratorSettings settings;
  private final MigrationProgress progress;

  /** A migrator for one database, whose role must own what the migrations change. */
  public Migrator(DataSource database, Migrations migrations) {
    this(database, migrations, MigratorSettings.defaults());
  }

  /** As above, with settings. */
  public Migrator(DataSource database, Migrations migrations, MigratorSettings settings) {
    this(database, migrations, settings, MigrationProgress.SILENT);
  }

  /** As above, telling of what it does while it does it. */
  public Migrator(
      DataSource database,
      Migrations migrations,
      MigratorSettings settings,
      MigrationProgress progress) {
    this.database = database;
    this.migrations = migrations;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Applies all migrations that are not applied yet, each in a transaction of its own, or outside
   * one when it cannot run in one. First removes what an interrupted run has left. On the database
   * of a later release it does nothing, and says so.
   *
   * @throws MigrationFailedException when a script fails; those before it stay applied
   * @throws HistoryConflictException when the files contradict what was applied; changes nothing
   * @throws PoolerException when a pooler stands before the database; changes nothing
   * @throws WaitExpiredException when another migrator was at work for too long; changes nothing
   * @throws DatabaseUnavailableException when the database cannot be used
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
    try (MigrationSession session = open()) {
      return new Ascent(session, migrations, settings, progress).to(target);
    }
  }

  private MigrationSession open() {
    return MigrationSession.open(database, settings.patience(), progress::waitingFor);
  }

  /**
   * Undoes the newest versions, newest first, each in a transaction of its own together with its
   * line of history. A script that cannot run in one is sent statement by statement; its line is
   * written before it, as unfinished, and completed after it.
   *
   * <p>All that can be known beforehand is: unless data may be lost, the losses of every step are
   * counted before the first is taken, so that a refusal leaves the database where it was. Should
   * rows come in between that count and a later step, it is that step that is refused, and those
   * before it stay undone.
   *
   * @param steps how many, at least 1
   * @throws IllegalArgumentException when fewer are applied; changes nothing
   * @throws DataLossException when data would be lost, and {@code policy} refuses that
   * @throws MigrationFailedException when a script fails; those before it stay undone
   * @throws HistoryConflictException when the files contradict what was applied, or a later release
   *     applied what this one does not know; changes nothing
   * @throws PoolerException when the database is reached through a pooler
   * @throws WaitExpiredException when another migrator was at work for too long
   * @throws DatabaseUnavailableException when the database cannot be reached
   */
  public UndoRun down(int steps, DataLoss policy) {
    if (steps < 1) {
      throw new IllegalArgumentException("steps must be at least 1, not " + steps);
    }
    try (MigrationSession session = open()) {
      return new Descent(session, migrations, settings, progress, policy).by(steps);
    }
  }

  /**
   * Undoes all versions above one, as {@link #down} does.
   *
   * @param target a version that is applied, or {@link #BASE}
   * @throws IllegalArgumentException when that version is not applied; changes nothing
   */
  public UndoRun downTo(String target, DataLoss policy) {
    Version version = target.equals(BASE) ? null : Version.of(target);
    try (MigrationSession session = open()) {
      return new Descent(session, migrations, settings, progress, policy).to(version);
    }
  }

  /**
   * Where the database stands. Takes no lock; works behind a pooler, and for a role that may only
   * read the history.
   *
   * @throws DatabaseUnavailableException when the database cannot be reached
   */
  public DatabaseStatus status() {
    return new Chronicle(database, migrations).status();
  }

  /**
   * What was done to the database, oldest first; nothing when it has no history. Takes no lock, as
   * {@link #status()}.
   *
   * @throws DatabaseUnavailableException when the database cannot be reached
   */
  public List<HistoryEvent> history() {
    return new Chronicle(database, migrations).events();
  }

  /**
   * Compares the database with what code was made for. Changes nothing, needs no lock, and works
   * for a role that may only read.
   *
   * @return every difference, ordered by object; empty when there is none
   * @throws DatabaseUnavailableException when the database cannot be reached
   */
  public List<Difference> check(Snapshot expected) {
    try (Connection connection = database.getConnection()) {
      return Snapshot.of(connection).differencesFrom(expected);
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }

  /**
   * Makes sure that code finds what it was made for. What it does not need may differ, so that an
   * older release starts on a newer database, and with an index that somebody added.
   *
   * @throws SchemaMismatchException when a difference {@link Severity#BREAKS}
   * @throws DatabaseUnavailableException when the database cannot be reached
   */
  public void verify(Snapshot expected) {
    List<Difference> breaking =
        check(expected).stream()
            .filter(difference -> difference.severity() == Severity.BREAKS)
            .toList();
    if (!breaking.isEmpty()) {
      throw new SchemaMismatchException(breaking);
    }
  }

  /**
   * Takes over a database that Alembic has managed so far, or nobody: compares it with the version
   * that it is at, and writes the history that {@link #up} would have written. Data and Alembic's
   * own table stay as they are.
   *
   * @throws AdoptionRefusedException when it may not be taken over; changes nothing
   * @throws IllegalArgumentException when no database can be adopted at the version of the terms
   * @throws PoolerException when the database is reached through a pooler
   * @throws WaitExpiredException when another migrator was at work for too long
   * @throws DatabaseUnavailableException when the database cannot be reached
   */
  public Adoption adopt(AdoptableVersions versions, AdoptionTerms terms) {
    try (MigrationSession session = open()) {
      session.limitLockWaits(settings.lockTimeout());
      return new Takeover(session, migrations, versions, terms).run();
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }

  /**
   * What is wrong with the history, and what {@link #repair} would do about it: files that differ
   * from those that were applied, and scripts that run outside a transaction and did not end.
   * Changes nothing, and needs no lock.
   *
   * @return lowest version first; empty when nothing is wrong
   * @throws MigrationFailedException when a script cannot be read as SQL
   * @throws PoolerException when a pooler refuses the connection
   * @throws DatabaseUnavailableException when the database cannot be used
   */
  public List<Defect> repairPlan() {
    try (Connection connection = Connecting.to(database)) {
      return repairOf(connection).plan();
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }

  /**
   * Mends the history. What a script outside a transaction had done before it was interrupted, but
   * for the indexes that it made concurrently, has to be undone by hand before.
   *
   * @return what was mended, lowest version first
   * @throws MigrationFailedException when a script cannot be read as SQL; changes nothing
   * @throws PoolerException when a pooler stands before the database; changes nothing
   * @throws WaitExpiredException when another migrator was at work for too long; changes nothing
   * @throws DatabaseUnavailableException when the database cannot be used
   */
  public List<Defect> repair() {
    try (MigrationSession session = open()) {
      session.limitStatements(settings.concurrentTimeout());
      return repairOf(session.connection()).mend();
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }

  private HistoryRepair repairOf(Connection connection) throws SQLException {
    ScriptReader reader = new ScriptReader(Placeholders.of(connection, settings));
    return new HistoryRepair(connection, migrations, reader);
  }

  /**
   * Gives the role of a service what it needs in the current schema, and no more: to read and write
   * the rows of the application's tables, those that this data source's role will make included,
   * and to read the history. Takes the right to make tables there from everybody but their owner.
   *
   * @param role an existing role's name, as the catalog has it, without quotes
   * @throws GrantRefusedException when the role is missing or the owner itself, when the database
   *     is not migrated yet, or when another role owns the schema; changes nothing
   * @throws PoolerException when a pooler stands before the database
   * @throws WaitExpiredException when another migrator was at work for too long
   * @throws DatabaseUnavailableException when the database cannot be used
   */
  public GrantedRole grantTo(String role) {
    try (MigrationSession session = open()) {
      return new ServiceGrants(session.connection()).to(role);
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }

  /**
   * Deletes all rows, keeps no copy, undoes everything and applies it again: for a database whose
   * data nobody wants.
   *
   * @return the way up
   * @throws HistoryConflictException when the files contradict what was applied, or a later release
   *     applied what this one does not know; changes nothing
   * @throws MigrationFailedException when a script fails; the rows are gone
   * @throws PoolerException when the database is reached through a pooler
   * @throws WaitExpiredException when another migrator was at work for too long
   * @throws DatabaseUnavailableException when the database cannot be used
   */
  public MigrationRun reset() {
    try (MigrationSession session = open()) {
      new Descent(session, migrations, settings, progress, DataLoss.DISCARD).toBaseWithoutRows();
      return new Ascent(session, migrations, settings, progress).to(migrations.latest());
    }
  }

  /**
   * How many rows there are, by table of the current schema; the history does not count. For
   * whoever is about to lose them.
   *
   * @throws PoolerException when a pooler refuses the connection
   * @throws DatabaseUnavailableException when the database cannot be reached
   */
  public SortedMap<String, Long> rowCounts() {
    try (Connection connection = Connecting.to(database)) {
      return TableRows.count(connection);
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }

  /** The library that does the work and its version, for example {@code Flyway 13.12.0}. */
  public static String libraryVersion() {
    return "Flyway " + VersionPrinter.getVersion();
  }
}
