package io.speechtotext.app.feedback;

import io.speechtotext.app.failure.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A position in a list of feedback, whatever its order.
 *
 * @param createdAt of the row at this position, with PostgreSQL's microseconds
 * @param accuracyScore of that row; null when it has none
 * @param editDistance of that row; null when it has none
 * @param id of that row, which tells apart rows that are equal in all else
 */
public record FeedbackPosition(
    Instant createdAt, @Nullable Double accuracyScore, @Nullable Integer editDistance, int id) {

  private static final String SEPARATOR = "_";

  /**
   * The position that {@link #text()} wrote.
   *
   * @throws InvalidValueException when it is none, such as one that a client made up
   */
  public static FeedbackPosition parse(String text) {
    String[] parts = text.split(SEPARATOR, -1);
    try {
      if (parts.length == 4) {
        return new FeedbackPosition(
            Instant.parse(parts[0]),
            parts[1].isEmpty() ? null : Double.valueOf(parts[1]),
            parts[2].isEmpty() ? null : Integer.valueOf(parts[2]),
            Integer.parseInt(parts[3]));
      }
    } catch (DateTimeException | NumberFormatException e) {
      throw none();
    }
    throw none();
  }

  private static InvalidValueException none() {
    return new InvalidValueException("position", "is none that a page of this list gave");
  }

  /** For a service that hands positions to its clients; may stand in a URL as it is. */
  public String text() {
    return createdAt
        + SEPARATOR
        + Objects.toString(accuracyScore, "")
        + SEPARATOR
        + Objects.toString(editDistance, "")
        + SEPARATOR
        + id;
  }
}
