package io.speechtotext.prover.rows;

import java.util.List;
import java.util.Random;

/** Values of one type, each as text that PostgreSQL casts to it; none is NULL. */
@FunctionalInterface
interface Values {

  /**
   * Draws the next value.
   *
   * @param random the only source of chance
   * @param ordinal the row's number in its table, from 0: another one for every row
   */
  String draw(Random random, long ordinal);

  /** Any of those, each as likely. */
  static Values anyOf(List<String> values) {
    List<String> all = List.copyOf(values);
    return (random, ordinal) -> all.get(random.nextInt(all.size()));
  }

  /** One after the other, and again from the first. */
  static Values inTurn(List<String> values) {
    List<String> all = List.copyOf(values);
    return (random, ordinal) -> all.get((int) (ordinal % all.size()));
  }

  /** So many of them in a hundred are of another kind. */
  default Values mixedWith(int percent, Values other) {
    return (random, ordinal) ->
        random.nextInt(100) < percent ? other.draw(random, ordinal) : draw(random, ordinal);
  }
}
