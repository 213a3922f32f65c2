package io.speechtotext.migrator.adopt;

import io.speechtotext.migrator.Migration;
import io.speechtotext.migrator.Version;
import io.speechtotext.migrator.snapshot.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database that was taken over.
 *
 * @param version where it stands now
 * @param revision where Alembic had it; null when Alembic did not say
 * @param migrations those that now count as applied, oldest first
 * @param accepted how the database differs from that version; empty when it does not
 */
public record Adoption(
    Version version,
    @Nullable String revision,
    List<Migration> migrations,
    List<Difference> accepted) {

  /**
   * What the name of whoever applied a migration begins with in the history, when it was adopted.
   */
  public static final String INSTALLED_BY = "adopted from Alembic ";

  /** Takes copies. */
  public Adoption {
    migrations = List.copyOf(migrations);
    accepted = List.copyOf(accepted);
  }
}
