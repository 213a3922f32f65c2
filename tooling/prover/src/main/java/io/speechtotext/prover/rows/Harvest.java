package io.speechtotext.prover.rows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values that a condition's own text suggests: its literals, what lies beside and between them,
 * what its patterns match. Some of them may keep the condition; which ones, the server tells.
 */
final class Harvest {

  private static final Pattern DAY =
      Pattern.compile("([1-9]\\d{3})-(0[1-9]|1[0-2])-([0-2]\\d|3[01]).*", Pattern.DOTALL);
  private static final int LONGEST = 10_000;

  private final List<String> texts;
  private final List<BigDecimal> numbers;
  private final Set<String> found = new LinkedHashSet<>();
  private final boolean lengths;
  private final int samples;
  private final Random random;

  private Harvest(String conditions, int samples, Random random) {
    ConditionLiterals literals = new ConditionLiterals(conditions, samples, random);
    this.texts = literals.texts();
    this.numbers = literals.numbers();
    this.lengths = conditions.contains("length(");
    this.samples = samples;
    this.random = random;
  }

  /**
   * What conditions suggest for a column that they mention.
   *
   * @param conditions SQL as PostgreSQL prints it
   * @param type the column's, or its domain's base
   * @param samples how many to make of what there are many of
   */
  static List<String> of(String conditions, ServerType type, int samples, Random random) {
    Harvest harvest = new Harvest(conditions, samples, random);
    harvest.suggest(type);
    return List.copyOf(harvest.found);
  }

  private void suggest(ServerType type) {
    switch (type.category()) {
      case 'N' -> suggestNumbers();
      case 'D' -> suggestDays();
      case 'S' -> suggestTexts();
      default -> {
        if (type.name().startsWith("json")) {
          suggestObjects();
        }
        if (type.name().equals("bytea") && lengths) {
          eachLength().forEach(length -> found.add("\\x" + TextValues.hex(random, 2 * length)));
        }
      }
    }
  }

  private void suggestNumbers() {
    for (BigDecimal number : numbers) {
      found.add(number.toPlainString());
      found.add(number.negate().toPlainString());
      for (String step : List.of("-1", "1", "-0.5", "0.5")) {
        found.add(number.add(new BigDecimal(step)).toPlainString());
      }
    }
    for (int i = 0; i < samples && !numbers.isEmpty(); i++) {
      found.add(between(any(numbers), any(numbers)).toPlainString());
      found.add(any(numbers).add(BigDecimal.valueOf(random.nextInt(1000))).toPlainString());
    }
  }

  private BigDecimal between(BigDecimal one, BigDecimal other) {
    BigDecimal part = BigDecimal.valueOf(random.nextInt(1000), 3);
    return one.add(other.subtract(one).multiply(part));
  }

  private void suggestDays() {
    List<LocalDate> days = new ArrayList<>();
    for (String text : texts) {
      Matcher day = DAY.matcher(text);
      if (day.matches()) {
        found.add(text);
        days.add(date(day));
      }
    }
    for (int i = 0; i < samples && !days.isEmpty(); i++) {
      LocalDate one = any(days);
      long apart = any(days).toEpochDay() - one.toEpochDay();
      found.add(one.plusDays((long) (apart * random.nextDouble())).toString());
      found.add(one.plusDays(random.nextInt(61) - 30).toString());
    }
  }

  // Lenient: what looks like a day in a text may be none.
  private static LocalDate date(Matcher day) {
    return LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), 1)
        .plusDays(Integer.parseInt(day.group(3)) - 1L);
  }

  private void suggestTexts() {
    found.addAll(texts);
    if (lengths) {
      eachLength().forEach(length -> found.add(Words.ofLength(random, length)));
    }
    numbers.forEach(number -> found.add(number.toPlainString()));
  }

  private List<Integer> eachLength() {
    return numbers.stream()
        .filter(number -> number.scale() <= 0 && number.compareTo(BigDecimal.valueOf(LONGEST)) <= 0)
        .map(BigDecimal::intValueExact)
        .flatMap(length -> List.of(length - 1, length, length + 1).stream())
        .filter(length -> length >= 0)
        .distinct()
        .toList();
  }

  private void suggestObjects() {
    found.addAll(List.of("{}", "[]", "1", "true", "\"text\""));
    StringBuilder all = new StringBuilder();
    for (String key : texts) {
      all.append(all.isEmpty() ? "" : ", ").append(Literals.quoted(key)).append(": \"text\"");
      for (String value : texts) {
        found.add("{%s: %s}".formatted(Literals.quoted(key), Literals.quoted(value)));
      }
      found.add("{%s: 1}".formatted(Literals.quoted(key)));
      found.add("{%s: []}".formatted(Literals.quoted(key)));
    }
    found.add("{" + all + "}");
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
