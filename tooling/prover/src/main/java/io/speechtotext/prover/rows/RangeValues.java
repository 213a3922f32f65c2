package io.speechtotext.prover.rows;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Ranges, by the type that they are ranges of. */
final class RangeValues {

  private static final int STEP = 10;
  private static final int SPAN = 1_000_000;
  private static final int SPAN_DAYS = 3000;
  private static final LocalDateTime START = TimeValues.END.minusMinutes(SPAN);

  /** The points of a type from low to high, and how many of them are in common use. */
  private record Line(int span, LongFunction<String> point) {

    String range(long start, int length) {
      return "[" + point.apply(start) + "," + point.apply(start + length) + ")";
    }
  }

  private RangeValues() {}

  /** Ranges that may overlap; few are empty or without an end. */
  static Values of(String subtype, Values bounds) {
    Line line = line(subtype);
    if (line == null) {
      return (random, ordinal) -> "[" + Literals.quoted(bounds.draw(random, ordinal)) + ",)";
    }
    return (random, ordinal) ->
        switch (random.nextInt(50)) {
          case 0 -> "empty";
          case 1 -> "[" + line.point().apply(random.nextInt(line.span())) + ",)";
          default -> line.range(random.nextInt(line.span()), 1 + random.nextInt(line.span() / 100));
        };
  }

  /** Ranges of which no two overlap. */
  static Values distinct(String subtype, Values bounds) {
    Line line = line(subtype);
    return line == null
        ? of(subtype, bounds)
        : (random, ordinal) -> line.range(ordinal * STEP, 1 + random.nextInt(STEP - 1));
  }

  /** Two of those ranges, the second above the first. */
  static Values multiranges(String subtype) {
    Line line = line(subtype);
    return line == null ? (random, ordinal) -> "{}" : (random, ordinal) -> pair(line, random);
  }

  private static String pair(Line line, Random random) {
    long start = random.nextInt(line.span());
    int length = 1 + random.nextInt(STEP);
    return "{" + line.range(start, length) + "," + line.range(start + 2L * STEP, length) + "}";
  }

  private static @Nullable Line line(String subtype) {
    return switch (subtype) {
      case "int4", "int8" -> new Line(SPAN, Long::toString);
      case "numeric", "float4", "float8" ->
          new Line(SPAN, n -> BigDecimal.valueOf(n, 2).toPlainString());
      case "date" -> new Line(SPAN_DAYS, n -> TimeValues.day(SPAN_DAYS - n).toString());
      case "timestamp" -> new Line(SPAN, n -> START.plusMinutes(n).toString());
      case "timestamptz" -> new Line(SPAN, n -> START.plusMinutes(n) + "Z");
      default -> null;
    };
  }
}
