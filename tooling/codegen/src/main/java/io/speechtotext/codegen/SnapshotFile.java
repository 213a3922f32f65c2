package io.speechtotext.codegen;

import io.speechtotext.migrator.snapshot.LineDiff;
import io.speechtotext.migrator.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file that shows reviewers what the migrations make. It is committed, and nobody edits it:
 * where it is stale it is written anew, but in continuous integration, where that would pass
 * unseen.
 */
record SnapshotFile(Path path) {

  private static final String STALE =
      """
      %s is not what the migrations make, and the environment variable CI forbids to write it.
      Next: unset CI, run 'mvn compile -pl generated-sources -am', and commit the file. It would change so:
      %s""";

  /** The stamp with what the file holds now; without it when there is none. */
  Stamp addedTo(Stamp inputs) throws IOException {
    return Files.exists(path) ? inputs.with(name(), Sha256.of(Files.readAllBytes(path))) : inputs;
  }

  /**
   * Makes it say what the migrations make.
   *
   * @return whether that was another thing than it said
   * @throws IllegalStateException when it was and may not be written; holds the difference
   */
  boolean bringUpToDate(Snapshot made) throws IOException {
    String committed = Files.exists(path) ? Files.readString(path) : "";
    if (committed.equals(made.text())) {
      return false;
    }
    if (isContinuousIntegration()) {
      String change = LineDiff.between(committed, made.text());
      throw new IllegalStateException(STALE.formatted(path, change));
    }
    Files.writeString(path, made.text());
    return true;
  }

  private static boolean isContinuousIntegration() {
    String ci = System.getenv("CI");
    return ci != null && !ci.isEmpty() && !ci.equals("false");
  }

  private String name() {
    return String.valueOf(path.getFileName());
  }
}
