package io.speechtotext.migrator;

import io.speechtotext.migrator.snapshot.Difference;
import java.util.List;

/**
 * A database cannot be taken over as it is. Nothing was changed; the message says why, and what to
 * do.
 */
public final class AdoptionRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Difference> differences;

  /** For another reason than differences. */
  public AdoptionRefusedException(String message) {
    this(message, List.of());
  }

  /** Because of differences, all of which the message lists too. */
  public AdoptionRefusedException(String message, List<Difference> differences) {
    super(message);
    this.differences = List.copyOf(differences);
  }

  /** How the database differs from the version; empty when that is not the reason. */
  public List<Difference> differences() {
    return differences;
  }
}
