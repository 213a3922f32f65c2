package io.speechtotext.prover.rows;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Random;

/** Moments over the years before a fixed date, more of them late than early. */
final class TimeValues {

  /** Before this lies all that was generated. */
  static final LocalDateTime END = LocalDateTime.of(2026, 1, 1, 0, 0);

  private static final long END_SECOND = END.toEpochSecond(ZoneOffset.UTC);
  private static final int SPAN_SECONDS = 5 * 365 * 24 * 60 * 60;
  private static final LocalDateTime LEAP_DAY = LocalDateTime.of(2024, 2, 29, 23, 59, 59);
  private static final LocalDateTime LONG_AGO = LocalDateTime.of(1970, 1, 1, 0, 0);
  // Some hundred years, so that no year has five digits.
  private static final int DISTINCT_DAYS = 300_000;
  private static final int SECONDS_A_DAY = 24 * 60 * 60;

  private TimeValues() {}

  /** With or without a zone, by the suffix: {@code Z} or nothing. */
  static Values timestamps(String zone) {
    return (random, ordinal) -> moment(random) + zone;
  }

  static Values distinctTimestamps(String zone) {
    return (random, ordinal) -> END.minusMinutes(1 + ordinal).toString() + zone;
  }

  static Values dates() {
    return (random, ordinal) -> moment(random).toLocalDate().toString();
  }

  static Values distinctDates() {
    return (random, ordinal) -> day(1 + ordinal % DISTINCT_DAYS).toString();
  }

  static Values times(String zone) {
    return (random, ordinal) -> LocalTime.ofSecondOfDay(random.nextInt(SECONDS_A_DAY)) + zone;
  }

  static Values distinctTimes(String zone) {
    return (random, ordinal) -> LocalTime.ofSecondOfDay(ordinal % SECONDS_A_DAY) + zone;
  }

  static Values intervals() {
    return (random, ordinal) ->
        "%s months %s days %s seconds"
            .formatted(
                random.nextInt(8) == 0 ? random.nextInt(40) : 0,
                random.nextInt(1 << random.nextInt(10)),
                random.nextInt(SECONDS_A_DAY));
  }

  static Values distinctIntervals() {
    return (random, ordinal) -> ordinal + " seconds";
  }

  /** So many days before the end. */
  static LocalDate day(long before) {
    return END.toLocalDate().minusDays(before);
  }

  private static LocalDateTime moment(Random random) {
    return switch (random.nextInt(200)) {
      case 0 -> LEAP_DAY;
      case 1 -> LONG_AGO;
      default -> {
        long before = 1 + (long) (random.nextDouble() * random.nextDouble() * SPAN_SECONDS);
        int micros = random.nextInt(1_000_000);
        yield LocalDateTime.ofEpochSecond(END_SECOND - before, micros * 1000, ZoneOffset.UTC);
      }
    };
  }
}
