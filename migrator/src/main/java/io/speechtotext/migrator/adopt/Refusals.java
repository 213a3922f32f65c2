package io.speechtotext.migrator.adopt;

import io.speechtotext.migrator.AdoptionRefusedException;
import io.speechtotext.migrator.Version;
import io.speechtotext.migrator.history.HistoryRow;
import io.speechtotext.migrator.snapshot.Difference;
import java.util.List;
import java.util.stream.Collectors;

/** Why a database is not taken over, for the person who asked for it. */
final class Refusals {

  private Refusals() {}

  static AdoptionRefusedException alreadyAdopted(HistoryRow row) {
    return new AdoptionRefusedException(
        """
        This database was %s already: there is nothing to adopt.
          Next: ask for its status, and apply what is pending."""
            .formatted(row.installedBy()));
  }

  static AdoptionRefusedException alreadyManaged(List<HistoryRow> history) {
    return new AdoptionRefusedException(
        """
        This database has a history of migrations, of %d lines, and is managed here already: there is \
        nothing to adopt.
          Next: ask for its status, and apply what is pending."""
            .formatted(history.size()));
  }

  static AdoptionRefusedException noAlembic() {
    return new AdoptionRefusedException(
        """
        This database has no table alembic_version, which would say where it is. Nothing was changed.
          Next: where it is empty, apply the migrations; where it has the tables, name the version \
        that it is at (--at).""");
  }

  static AdoptionRefusedException noRevision() {
    return new AdoptionRefusedException(
        """
        The table alembic_version is empty: Alembic has undone all that it did, or never began. Nothing \
        was changed.
          Next: where the database has no other tables, drop that one and apply the migrations; where \
        it has them, name the version that it is at (--at).""");
  }

  static AdoptionRefusedException severalHeads(List<String> revisions) {
    return new AdoptionRefusedException(
        """
        The table alembic_version names several heads at once, %s: Alembic itself could not go on from \
        here. Nothing was changed.
          Next: find out which of them the tables are at, 'alembic stamp --purge <revision>' it, and \
        run the command again."""
            .formatted(String.join(" and ", revisions)));
  }

  static AdoptionRefusedException unknownRevision(String revision, AdoptableVersions known) {
    return new AdoptionRefusedException(
        """
        The Alembic revision %s is not among those that can be adopted: %s. Nothing was changed.
          Next: bring the database to one of them with Alembic, or take a release that knows this one."""
            .formatted(revision, known.describeRevisions()));
  }

  static AdoptionRefusedException otherVersion(String revision, Version itsOwn, Version wanted) {
    return new AdoptionRefusedException(
        """
        The table alembic_version says %s, which is V%s and not V%s. Nothing was changed.
          Next: leave the version out, and it is adopted at V%2$s."""
            .formatted(revision, itsOwn, wanted));
  }

  static AdoptionRefusedException alembicAtWork() {
    return new AdoptionRefusedException(
        """
        The table alembic_version is locked: Alembic seems to be at work on this database. Nothing was \
        changed.
          Next: make sure that nobody runs Alembic here any more, and run the command again.""");
  }

  static AdoptionRefusedException different(Version version, List<Difference> differences) {
    String lines =
        differences.stream().map(difference -> "  " + difference).collect(Collectors.joining("\n"));
    return new AdoptionRefusedException(
        """
        The database is not as V%s makes it. Nothing was changed. It differs in:
        %s
          Next: mend each, or find that it does no harm and accept the differences (--accept-differences)."""
            .formatted(version, lines),
        differences);
  }
}
