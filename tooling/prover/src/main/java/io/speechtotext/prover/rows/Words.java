package io.speechtotext.prover.rows;

import java.util.List;
import java.util.Random;

/** What generated text is made of. */
final class Words {

  private static final List<String> PLAIN =
      List.of(
              "amber anchor archive autumn bridge candle canyon cedar channel circle clinic cloud"
                  + " copper corner cotton delta desert echo ember engine fable falcon field forest"
                  + " garden glacier granite harbor hazel island ivory jasmine journal kernel"
                  + " lantern ledger lemon linen marble meadow mirror monsoon morning nectar oasis"
                  + " orchid paper pebble pepper quartz quiet radar raven record river saffron"
                  + " sample signal silver spruce summit table timber tunnel valley velvet voice"
                  + " walnut willow window winter yellow zephyr")
          .stream()
          .flatMap(words -> List.of(words.split(" ")).stream())
          .toList();

  // Accents, other scripts, a dotted İ and a ß for lower(), a combining mark, beyond the BMP.
  private static final List<String> FOREIGN =
      List.of(
          "naïve",
          "Zürich",
          "Łódź",
          "İstanbul",
          "Straße",
          "señor",
          "東京",
          "Привет",
          "سلام",
          "cafe\u0301",
          "Ελλάδα",
          "🎙");

  private Words() {}

  /** One in lower-case ASCII letters. */
  static String plain(Random random) {
    return PLAIN.get(random.nextInt(PLAIN.size()));
  }

  /** Now and then one that is not ASCII. */
  static String any(Random random) {
    return random.nextInt(12) == 0 ? FOREIGN.get(random.nextInt(FOREIGN.size())) : plain(random);
  }

  /** So many, with a capital at the start and a full stop. */
  static String sentence(Random random, int words) {
    StringBuilder text = new StringBuilder(words * 8);
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(any(random));
    }
    int first = text.codePointAt(0);
    return text.replace(
            0, Character.charCount(first), Character.toString(Character.toUpperCase(first)))
        .append('.')
        .toString();
  }

  /** Exactly so many characters, as PostgreSQL counts them. */
  static String ofLength(Random random, int length) {
    StringBuilder text = new StringBuilder(length + 8);
    while (text.length() < length) {
      text.append(plain(random));
    }
    return text.substring(0, length);
  }

  /** At most so many characters, as PostgreSQL counts them. */
  static String cut(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length));
  }
}
