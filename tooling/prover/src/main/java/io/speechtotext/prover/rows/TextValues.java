package io.speechtotext.prover.rows;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Text, after the column's name where that says what it holds. */
final class TextValues {

  /** Longer than most forms show; a key of a few such still fits a page of an index. */
  private static final int LONG = 600;

  /** Parts of names of columns by which people tell rows apart, with or without a unique index. */
  private static final List<String> TELL_APART =
      List.of("normalized", "slug", "code", "login", "username");

  private record Hint(List<String> words, Values values) {
    boolean fits(String name) {
      return words.stream().anyMatch(name::contains);
    }
  }

  private static final List<Hint> HINTS =
      List.of(
          new Hint(
              List.of("email", "e_mail"),
              (random, n) -> Words.plain(random) + "@" + Words.plain(random) + ".example"),
          new Hint(
              List.of("url", "uri", "website"),
              (random, n) -> "https://" + Words.plain(random) + ".example/" + Words.plain(random)),
          new Hint(List.of("hash", "token", "digest", "checksum"), (random, n) -> hex(random, 64)),
          new Hint(
              List.of("path", "filename"),
              (random, n) -> Words.plain(random) + "/" + Words.any(random) + ".wav"),
          new Hint(
              List.of("lang", "locale"),
              Values.anyOf(List.of("en", "en", "en", "de", "fr", "fa", "pt-BR", "ja"))),
          new Hint(List.of("country"), Values.anyOf(List.of("US", "US", "DE", "IR", "JP", "BR"))),
          new Hint(List.of("currency"), Values.anyOf(List.of("USD", "USD", "EUR", "JPY"))),
          new Hint(
              List.of("status", "state"),
              Values.anyOf(List.of("completed", "completed", "pending", "active", "failed"))),
          new Hint(
              List.of("type", "kind", "category", "format"),
              Values.anyOf(List.of("standard", "standard", "premium", "legacy", "other"))));

  private TextValues() {}

  /**
   * Text for a column.
   *
   * @param name the column's
   * @param max characters
   */
  static Values of(String name, int max) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (TELL_APART.stream().anyMatch(lower::contains)) {
      return distinct(name, max);
    }
    Values usual =
        HINTS.stream()
            .filter(hint -> hint.fits(lower))
            .map(Hint::values)
            .findFirst()
            .orElse(prose(lower.contains("name") || lower.contains("title") ? 3 : 12));
    return (random, ordinal) ->
        Words.cut(
            switch (random.nextInt(200)) {
              case 0, 1 -> "";
              case 2, 3 -> Words.any(random).substring(0, 1);
              case 4, 5 -> Words.ofLength(random, Math.min(max, LONG));
              default -> usual.draw(random, ordinal);
            },
            max);
  }

  /** Another text for every row, also in lower case, as long as {@code max} characters last. */
  static Values distinct(String name, int max) {
    boolean address = name.toLowerCase(Locale.ROOT).contains("mail");
    return (random, ordinal) -> {
      String token = Long.toString(ordinal, Character.MAX_RADIX);
      String text =
          address
              ? Words.plain(random) + "." + token + "@mail.example"
              : Words.any(random) + "-" + token;
      return text.codePointCount(0, text.length()) <= max ? text : Words.cut(token, max);
    };
  }

  static String hex(Random random, int digits) {
    StringBuilder text = new StringBuilder(digits);
    for (int i = 0; i < digits; i++) {
      text.append(Character.forDigit(random.nextInt(16), 16));
    }
    return text.toString();
  }

  private static Values prose(int words) {
    return (random, ordinal) -> {
      int count = 1 + random.nextInt(words);
      return count < 3 ? Words.any(random) : Words.sentence(random, count);
    };
  }
}
