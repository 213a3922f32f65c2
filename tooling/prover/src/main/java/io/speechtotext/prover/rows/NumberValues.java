package io.speechtotext.prover.rows;

import java.math.BigDecimal;
import java.util.Random;

/** Numbers: many small, few large, some zero or below. */
final class NumberValues {

  // Large, yet small enough to be multiplied by a hundred.
  private static final int SPARE_BITS = 7;
  private static final int LARGE_BITS = 40;

  private NumberValues() {}

  /** Whole numbers of at most {@code max}. */
  static Values integers(long max) {
    return (random, ordinal) -> Long.toString(integer(random, max));
  }

  /** From 1 upwards, as ids are; from the start again after {@code max}. */
  static Values distinctIntegers(long max) {
    return (random, ordinal) -> Long.toString(1 + ordinal % max);
  }

  /** Decimal fractions that fit a precision; {@code scale} may be negative. */
  static Values decimals(int precision, int scale) {
    long max = maximum(precision);
    return (random, ordinal) ->
        BigDecimal.valueOf(integer(random, max), scale).stripTrailingZeros().toPlainString();
  }

  /** Such fractions, another one for every row as long as the precision lasts. */
  static Values distinctDecimals(int precision, int scale) {
    long max = maximum(precision);
    return (random, ordinal) -> BigDecimal.valueOf(1 + ordinal % max, scale).toPlainString();
  }

  private static long maximum(int precision) {
    return BigDecimal.ONE.scaleByPowerOfTen(Math.min(precision, 18)).longValueExact() - 1;
  }

  // By bits rather than by a logarithm, whose last digits differ between machines.
  private static long integer(Random random, long max) {
    long value =
        switch (random.nextInt(50)) {
          case 0 -> 0;
          case 1 -> -1 - random.nextInt(1000);
          case 2 -> random.nextLong() >>> (Long.SIZE - largeBits(max));
          default -> random.nextInt(1 << (1 + random.nextInt(17)));
        };
    return value % (max + 1);
  }

  private static int largeBits(long max) {
    return Math.max(
        1, Math.min(LARGE_BITS, Long.SIZE - Long.numberOfLeadingZeros(max) - SPARE_BITS));
  }
}
