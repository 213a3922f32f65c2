package io.speechtotext.prover.rows;

import java.math.BigDecimal;
import java.util.Random;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Ranges, by the type that they are ranges of. */
final class RangeValues {

  private static final int SPAN = 1_000_000;
  private static final int STEP = 10;

  private RangeValues() {}

  /** Ranges that may overlap; few are empty or without an end. */
  static Values of(String subtype, Values bounds) {
    LongFunction<String> point = point(subtype);
    if (point == null) {
      return (random, ordinal) -> "[" + Literals.quoted(bounds.draw(random, ordinal)) + ",)";
    }
    return (random, ordinal) ->
        switch (random.nextInt(50)) {
          case 0 -> "empty";
          case 1 -> "[" + point.apply(random.nextInt(SPAN)) + ",)";
          default -> range(point, random.nextInt(SPAN), 1 + random.nextInt(SPAN / 100));
        };
  }

  /** Ranges of which no two overlap. */
  static Values distinct(String subtype, Values bounds) {
    LongFunction<String> point = point(subtype);
    return point == null
        ? of(subtype, bounds)
        : (random, ordinal) -> range(point, ordinal * STEP, 1 + random.nextInt(STEP - 1));
  }

  /** Two of those ranges, the second above the first. */
  static Values multiranges(String subtype) {
    LongFunction<String> point = point(subtype);
    return point == null ? (random, ordinal) -> "{}" : (random, ordinal) -> pair(point, random);
  }

  private static String pair(LongFunction<String> point, Random random) {
    long start = random.nextInt(SPAN / 2);
    int length = 1 + random.nextInt(STEP);
    return "{" + range(point, start, length) + "," + range(point, start + 2L * STEP, length) + "}";
  }

  private static String range(LongFunction<String> point, long start, int length) {
    return "[" + point.apply(start) + "," + point.apply(start + length) + ")";
  }

  // A line of points for each type, from past to future; null for types that have none here.
  private static @Nullable LongFunction<String> point(String subtype) {
    return switch (subtype) {
      case "int4", "int8" -> Long::toString;
      case "numeric", "float4", "float8" -> n -> BigDecimal.valueOf(n, 2).toPlainString();
      case "date" ->
          n -> TimeValues.END.toLocalDate().minusDays(3000).plusDays(n % 300_000).toString();
      case "timestamp" -> n -> TimeValues.END.minusMinutes(SPAN).plusMinutes(n).toString();
      case "timestamptz" -> n -> TimeValues.END.minusMinutes(SPAN).plusMinutes(n) + "Z";
      default -> null;
    };
  }
}
