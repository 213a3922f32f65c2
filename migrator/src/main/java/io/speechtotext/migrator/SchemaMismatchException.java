package io.speechtotext.migrator;

import io.speechtotext.migrator.snapshot.Difference;
import java.util.List;
import java.util.stream.Collectors;

/** The database lacks something that this build's code needs, or has it otherwise. */
public final class SchemaMismatchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Difference> differences;

  SchemaMismatchException(List<Difference> differences) {
    super(
        differences.stream()
            .map(difference -> "\n  " + difference)
            .collect(
                Collectors.joining(
                    "",
                    "The database is not what this build was made for, and would break it:",
                    "\nNext: bring the database to this build's version, or take the build that fits"
                        + " the database.")));
    this.differences = List.copyOf(differences);
  }

  /** Those that break, ordered by object; never empty. */
  public List<Difference> differences() {
    return differences;
  }
}
