package io.speechtotext.migrator.adopt;

import io.speechtotext.migrator.Version;
import org.jspecify.annotations.Nullable;

/**
 * What may be taken over. Immutable.
 *
 * @param at the version that the database is at, for one that has the tables and no Alembic
 *     revision; null to go by the revision
 * @param acceptDifferences whether to go on though the database differs from that version
 */
public record AdoptionTerms(@Nullable Version at, boolean acceptDifferences) {

  /** By the Alembic revision, and only a database that is just as that version makes it. */
  public static AdoptionTerms strict() {
    return new AdoptionTerms(null, false);
  }

  /**
   * At that version.
   *
   * @throws IllegalArgumentException when the text is no version
   */
  public AdoptionTerms at(String version) {
    return new AdoptionTerms(Version.of(version), acceptDifferences);
  }

  /** Whatever the differences, which somebody has looked at. */
  public AdoptionTerms acceptingDifferences() {
    return new AdoptionTerms(at, true);
  }
}
