package io.speechtotext.prover.cli;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500ms}, {@code 5s}, {@code 10min} and {@code 1h}; a bare number is in seconds. */
final class DurationConverter implements ITypeConverter<Duration> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|min|h)?");
  // The server counts milliseconds in 32 bits.
  private static final Duration LONGEST = Duration.ofDays(24);
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "min", Duration.ofMinutes(1),
          "h", Duration.ofHours(1));

  @Override
  public Duration convert(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no duration; write a number and ms, s, min or h, for example 90s");
    }
    Duration duration = duration(form);
    if (duration.compareTo(LONGEST) > 0) {
      throw new TypeConversionException(
          "'" + text + "' is longer than " + LONGEST.toDays() + " days");
    }
    return duration;
  }

  private static Duration duration(Matcher form) {
    String unit = form.group(2) == null ? "s" : form.group(2);
    return Objects.requireNonNull(UNITS.get(unit)).multipliedBy(Long.parseLong(form.group(1)));
  }
}
