package io.speechtotext.app.paging;

import io.speechtotext.app.failure.InvalidValueException;
import java.util.Optional;

/**
 * Which part of a list to read.
 *
 * @param limit how many items at most, from 1 to {@value #MAXIMUM_LIMIT}
 * @param after the position behind which to start; empty for the beginning
 * @param <P> the list's kind of position
 */
public record PageRequest<P>(int limit, Optional<P> after) {

  /** The most items that one page holds. */
  public static final int MAXIMUM_LIMIT = 1000;

  /**
   * Checks the limit.
   *
   * @throws InvalidValueException when it is out of its range
   */
  public PageRequest {
    if (limit < 1 || limit > MAXIMUM_LIMIT) {
      throw new InvalidValueException(
          "limit", "is from 1 to %d, not %d".formatted(MAXIMUM_LIMIT, limit));
    }
  }

  /** The first page of a list. */
  public static <P> PageRequest<P> first(int limit) {
    return new PageRequest<>(limit, Optional.empty());
  }

  /** The page of the same size that begins behind {@code position}. */
  public PageRequest<P> after(P position) {
    return new PageRequest<>(limit, Optional.of(position));
  }
}
