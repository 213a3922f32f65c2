package io.speechtotext.app.fire;

import java.util.Map;
import java.util.Random;

/** Cuts at any byte of an operation, either way. The seed is printed, and can be given again. */
final class RandomCuts {

  private static final long SEED = Long.getLong("fire.seed", System.nanoTime());

  static {
    System.out.println("cuts at random: -Dfire.seed=" + SEED);
  }

  private final Random random;

  private RandomCuts(long seed) {
    random = new Random(seed);
  }

  /** Those of one operation: the same for one seed, whichever other operations are tried. */
  static RandomCuts of(Operation operation) {
    return new RandomCuts(SEED ^ operation.name().hashCode());
  }

  /**
   * The next one.
   *
   * @param lengths how many bytes the operation sends and gets
   */
  Cut next(Map<Direction, Long> lengths) {
    Direction direction = random.nextBoolean() ? Direction.TO_SERVER : Direction.TO_CLIENT;
    long length = lengths.getOrDefault(direction, 0L);
    return new Cut(direction, (long) (random.nextDouble() * (length + 1)), random.nextBoolean());
  }
}
