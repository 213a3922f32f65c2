package io.speechtotext.app.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param items in the list's order; unmodifiable
 * @param next where the next page begins; empty when this is the last
 * @param <T> what is listed
 * @param <P> the list's kind of position
 */
public record Page<T, P>(List<T> items, Optional<P> next) {

  /** Copies the list. */
  public Page {
    items = List.copyOf(items);
  }

  /**
   * Makes a page of items that were read with one more than the limit, to know whether there are
   * more.
   */
  public static <T, P> Page<T, P> of(List<T> read, int limit, Function<T, P> position) {
    if (read.size() <= limit) {
      return new Page<>(read, Optional.empty());
    }
    List<T> items = read.subList(0, limit);
    return new Page<>(items, Optional.of(position.apply(items.get(limit - 1))));
  }
}
