package io.speechtotext.prover.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values of the server's own base types, by name and modifier; guesses for any other. */
final class BaseValues {

  // What PostgreSQL adds to a length before it stores it.
  private static final int HEADER_SIZE = 4;
  private static final int LENGTH_LIMIT = 1_000_000;

  private BaseValues() {}

  /** Empty for a type that is not known here. */
  static Optional<Values> of(String type, ValueRequest request) {
    Values values = request.distinct() ? distinct(type, request) : any(type, request);
    if (values != null) {
      return Optional.of(values);
    }
    return PlainValues.knows(type) ? Optional.of(PlainValues.of(type)) : Optional.empty();
  }

  private static @Nullable Values any(String type, ValueRequest request) {
    return switch (type) {
      case "int2" -> NumberValues.integers(Short.MAX_VALUE);
      case "int4" -> NumberValues.integers(Integer.MAX_VALUE);
      case "int8" -> NumberValues.integers(Long.MAX_VALUE / 2);
      case "numeric" -> NumberValues.decimals(precision(request), scale(request));
      case "float4", "float8" -> NumberValues.decimals(9, 3);
      case "money" -> NumberValues.decimals(9, 2);
      case "text", "varchar", "refcursor" -> TextValues.of(request.name(), length(request));
      case "bpchar" -> TextValues.of(request.name(), length(request));
      case "date" -> TimeValues.dates();
      case "timestamp" -> TimeValues.timestamps("");
      case "timestamptz" -> TimeValues.timestamps("Z");
      case "time" -> TimeValues.times("");
      case "timetz" -> TimeValues.times("Z");
      case "interval" -> TimeValues.intervals();
      case "bit" -> bits(request, false);
      case "varbit" -> bits(request, true);
      default -> null;
    };
  }

  private static @Nullable Values distinct(String type, ValueRequest request) {
    return switch (type) {
      case "int2" -> NumberValues.distinctIntegers(Short.MAX_VALUE);
      case "int4", "int8" -> NumberValues.distinctIntegers(Integer.MAX_VALUE);
      case "numeric" -> NumberValues.distinctDecimals(precision(request), scale(request));
      case "float4", "float8" -> NumberValues.distinctDecimals(6, 0);
      case "money" -> NumberValues.distinctDecimals(9, 2);
      case "text", "varchar", "bpchar", "refcursor" ->
          TextValues.distinct(request.name(), length(request));
      case "date" -> TimeValues.distinctDates();
      case "timestamp" -> TimeValues.distinctTimestamps("");
      case "timestamptz" -> TimeValues.distinctTimestamps("Z");
      case "time" -> TimeValues.distinctTimes("");
      case "timetz" -> TimeValues.distinctTimes("Z");
      case "interval" -> TimeValues.distinctIntervals();
      case "inet" -> address("");
      case "cidr" -> address("/32");
      case "bytea" -> (random, ordinal) -> "\\x%016x".formatted(ordinal);
      case "macaddr" -> (random, ordinal) -> "%012x".formatted(ordinal);
      case "macaddr8" -> (random, ordinal) -> "%016x".formatted(ordinal);
      default -> any(type, request);
    };
  }

  private static Values address(String mask) {
    return (random, n) -> "10.%s.%s.%s%s".formatted((n >> 16) & 255, (n >> 8) & 255, n & 255, mask);
  }

  /** Texts of which an unknown type may take some. */
  static List<String> guesses(ValueRequest request, Random random) {
    List<String> guesses =
        new ArrayList<>(List.of("1", "a", "{}", "(1,2)", "POINT(1 2)", "2020-01-01"));
    for (int i = 0; i < 20; i++) {
      String word = Words.plain(random);
      guesses.add("\"%s\"=>\"%s\"".formatted(word, i));
      guesses.add("%s.%s".formatted(word, Words.plain(random)));
      guesses.add("(%s,%s)".formatted(i, random.nextInt(100)));
      guesses.add("POINT(%s %s)".formatted(i, random.nextInt(90)));
      guesses.add(vector(request.modifier(), random));
      guesses.add(Integer.toString(i));
    }
    return guesses;
  }

  private static String vector(int dimensions, Random random) {
    return IntStream.range(0, dimensions < 1 || dimensions > 4096 ? 3 : dimensions)
        .mapToObj(i -> "0." + random.nextInt(1000))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static Values bits(ValueRequest request, boolean varying) {
    int max = request.modifier() > 0 ? request.modifier() : varying ? Long.SIZE : 1;
    return (random, ordinal) ->
        random
            .ints(varying ? random.nextInt(max + 1) : max, 0, 2)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining());
  }

  private static int length(ValueRequest request) {
    return request.modifier() < HEADER_SIZE ? LENGTH_LIMIT : request.modifier() - HEADER_SIZE;
  }

  private static int precision(ValueRequest request) {
    return request.modifier() < HEADER_SIZE ? 12 : (request.modifier() - HEADER_SIZE) >> 16;
  }

  // Eleven bits with a sign: from PostgreSQL 15 on a scale may be negative.
  private static int scale(ValueRequest request) {
    return request.modifier() < HEADER_SIZE
        ? 2
        : (((request.modifier() - HEADER_SIZE) & 0x7ff) ^ 0x400) - 0x400;
  }
}
