package io.speechtotext.app.paging;

import io.speechtotext.app.failure.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * A position in a list that has the newest rows first: rows of one instant are told apart by id.
 *
 * @param createdAt of the row at this position, with PostgreSQL's microseconds
 * @param id of the row at this position
 */
public record CreatedAt(Instant createdAt, int id) {

  private static final char SEPARATOR = '_';

  /**
   * The position that {@link #text()} wrote.
   *
   * @throws InvalidValueException when it is none, such as one that a client made up
   */
  public static CreatedAt parse(String text) {
    int separator = text.indexOf(SEPARATOR);
    try {
      Instant createdAt = Instant.parse(text.substring(0, Math.max(separator, 0)));
      return new CreatedAt(createdAt, Integer.parseInt(text, separator + 1, text.length(), 10));
    } catch (DateTimeException | NumberFormatException e) {
      throw new InvalidValueException("position", "is none that a page of this list gave");
    }
  }

  /** For a service that hands positions to its clients; may stand in a URL as it is. */
  public String text() {
    return createdAt.toString() + SEPARATOR + id;
  }
}
