package io.speechtotext.prover.rows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts and numbers that conditions compare with; of patterns, what they match. */
final class ConditionLiterals {

  private static final Pattern TEXT = Pattern.compile("(~~?\\*? ++)?(E?)'([^']*+(?:''[^']*+)*+)'");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.'$])\\d+(?:\\.\\d+)?(?![\\w.])");
  private static final Pattern LIKE = Pattern.compile("\\\\(.)|%|_");

  private final List<String> texts = new ArrayList<>();
  private final List<BigDecimal> numbers = new ArrayList<>();
  private final int samples;
  private final Random random;

  /**
   * Reads them.
   *
   * @param conditions SQL as PostgreSQL prints it
   * @param samples how many texts to make of a pattern
   */
  ConditionLiterals(String conditions, int samples, Random random) {
    this.samples = samples;
    this.random = random;
    Matcher text = TEXT.matcher(conditions);
    while (text.find()) {
      addText(text.group(1) == null ? "" : text.group(1).strip(), unescaped(text));
    }
    Matcher number = NUMBER.matcher(TEXT.matcher(conditions).replaceAll("''"));
    while (number.find()) {
      numbers.add(new BigDecimal(number.group()));
    }
    texts.stream()
        .filter(each -> each.matches("-?\\d+(\\.\\d+)?"))
        .map(BigDecimal::new)
        .forEach(numbers::add);
  }

  List<String> texts() {
    return List.copyOf(texts);
  }

  List<BigDecimal> numbers() {
    return List.copyOf(numbers);
  }

  private static String unescaped(Matcher literal) {
    String text = literal.group(3).replace("''", "'");
    return literal.group(2).isEmpty() ? text : text.replace("\\\\", "\\");
  }

  private void addText(String operator, String text) {
    switch (operator) {
      case "~", "~*" ->
          texts.addAll(PatternSamples.of(text, samples, random).orElseGet(() -> List.of()));
      case "~~", "~~*" -> texts.add(like(text));
      default -> addPlain(text);
    }
  }

  private String like(String pattern) {
    return LIKE.matcher(pattern)
        .replaceAll(
            found ->
                switch (found.group()) {
                  case "%" -> Words.plain(random);
                  case "_" -> "a";
                  default -> Matcher.quoteReplacement(found.group(1));
                });
  }

  private void addPlain(String text) {
    texts.add(text);
    if (text.startsWith("{") && text.endsWith("}")) {
      for (String element : text.substring(1, text.length() - 1).split(",", -1)) {
        texts.add(element.replaceAll("^\"|\"$", ""));
      }
    }
  }
}
