package io.speechtotext.migrator;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An undo would drop data that is there. It changed nothing. */
public final class DataLossException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String NEXT =
      "Next: undo it with DataLoss.COPY (--lose-data), which first copies what is lost into schema"
          + " undone, or with DataLoss.DISCARD (--lose-data --no-copy), which does not.";

  private final transient List<LostRows> losses;

  /**
   * A refusal.
   *
   * @param losses all of them
   * @param cause the server's own words; null when there were none
   */
  public DataLossException(List<LostRows> losses, @Nullable Throwable cause) {
    super(
        losses.stream()
            .map(LostRows::toString)
            .collect(
                Collectors.joining(
                    "\n  ",
                    "The undo would lose data that is there, and changed nothing:\n  ",
                    "\n" + NEXT)),
        cause);
    this.losses = List.copyOf(losses);
  }

  /** What would be lost, newest version first. */
  public List<LostRows> losses() {
    return losses;
  }
}
