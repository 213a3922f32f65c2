package io.speechtotext.migrator.adopt;

import io.speechtotext.migrator.AdoptionRefusedException;
import io.speechtotext.migrator.DatabaseUnavailableException;
import io.speechtotext.migrator.Migration;
import io.speechtotext.migrator.Migrations;
import io.speechtotext.migrator.Version;
import io.speechtotext.migrator.history.HistoryEntry;
import io.speechtotext.migrator.history.HistoryRow;
import io.speechtotext.migrator.history.HistoryTable;
import io.speechtotext.migrator.session.LockRetry;
import io.speechtotext.migrator.session.MigrationSession;
import io.speechtotext.migrator.snapshot.Difference;
import io.speechtotext.migrator.snapshot.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Takes over one database in one transaction: writes the history that applying the migrations would
 * have written. A baseline instead would never be applied again, once it was undone.
 */
public final class Takeover {

  private final Connection connection;
  private final Migrations migrations;
  private final AdoptableVersions versions;
  private final AdoptionTerms terms;

  /** A takeover in a session that waits for locks only so long. */
  public Takeover(
      MigrationSession session,
      Migrations migrations,
      AdoptableVersions versions,
      AdoptionTerms terms) {
    this.connection = session.connection();
    this.migrations = migrations;
    this.versions = versions;
    this.terms = terms;
  }

  /**
   * Does it.
   *
   * @throws AdoptionRefusedException when it is not to be; nothing was changed
   * @throws IllegalArgumentException when no database can be adopted at the version of the terms
   */
  public Adoption run() {
    try {
      connection.setAutoCommit(false);
      try {
        Adoption adoption = adopt();
        connection.commit();
        return adoption;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw LockRetry.isAboutALock(e)
          ? Refusals.alembicAtWork()
          : new DatabaseUnavailableException(e);
    }
  }

  private Adoption adopt() throws SQLException {
    refuseWhatIsManaged();
    AlembicVersion alembic = AlembicVersion.lock(connection);
    String revision = alembic.revision();
    Version version = revision == null ? stated(alembic) : known(revision);
    List<Difference> differences =
        Snapshot.of(connection).differencesFrom(versions.snapshot(version));
    if (!differences.isEmpty() && !terms.acceptDifferences()) {
      throw Refusals.different(version, differences);
    }
    List<Migration> applied = upTo(version);
    HistoryTable.create(connection);
    String by = Adoption.INSTALLED_BY + (revision == null ? "at V" + version : revision);
    for (Migration migration : applied) {
      HistoryTable.append(connection, HistoryEntry.applied(migration).by(by));
    }
    return new Adoption(version, revision, applied, differences);
  }

  private void refuseWhatIsManaged() throws SQLException {
    List<HistoryRow> history = HistoryTable.rows(connection);
    for (HistoryRow row : history) {
      if (row.installedBy().startsWith(Adoption.INSTALLED_BY)) {
        throw Refusals.alreadyAdopted(row);
      }
    }
    if (!history.isEmpty()) {
      throw Refusals.alreadyManaged(history);
    }
  }

  private Version stated(AlembicVersion alembic) {
    Version at = terms.at();
    if (at == null) {
      throw alembic.exists() ? Refusals.noRevision() : Refusals.noAlembic();
    }
    return at;
  }

  private Version known(String revision) {
    if (!versions.knows(revision)) {
      throw Refusals.unknownRevision(revision, versions);
    }
    Version version = versions.of(revision);
    Version at = terms.at();
    if (at != null && !at.equals(version)) {
      throw Refusals.otherVersion(revision, version, at);
    }
    return version;
  }

  private List<Migration> upTo(Version version) {
    List<Migration> applied =
        migrations.list().stream()
            .filter(migration -> migration.version().compareTo(version) <= 0)
            .toList();
    if (applied.isEmpty() || !applied.get(applied.size() - 1).version().equals(version)) {
      throw new IllegalArgumentException("There is no migration of version " + version);
    }
    return applied;
  }
}
