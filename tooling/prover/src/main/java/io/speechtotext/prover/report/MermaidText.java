package io.speechtotext.prover.report;

import java.util.Map;
import java.util.regex.Pattern;

/** Names and types as Mermaid's {@code erDiagram} can read them. */
final class MermaidText {

  // The server's own short names, each for the beginning of a type as it prints it.
  private static final Map<Pattern, String> SHORT =
      Map.of(
          Pattern.compile("^(timestamp|time)(\\(\\d\\))? with time zone"), "$1tz$2",
          Pattern.compile("^(timestamp|time)(\\(\\d\\))? without time zone"), "$1$2",
          Pattern.compile("^character varying"), "varchar",
          Pattern.compile("^character\\b(?! varying)"), "char",
          Pattern.compile("^double precision"), "float8",
          Pattern.compile("^bit varying"), "varbit");

  // No letter at all, or what the grammar takes for the mark of a key, in whatever case.
  private static final Pattern BAD_BEGIN =
      Pattern.compile("(?i)^(?!\\p{L})|^(?:pk|fk|uk)(?![a-z0-9_])");

  private MermaidText() {}

  /** A text between double quotes: what means something to Mermaid becomes its wide twin. */
  static String quoted(String text) {
    return '"' + escaped(text, "_-.,()[] ") + '"';
  }

  /** One word. */
  static String word(String text) {
    String word = escaped(text, "_-()[]");
    return BAD_BEGIN.matcher(word).find() ? "_" + word : word;
  }

  /** A type as one word, and short: {@code varchar(50)}, {@code timestamptz}. */
  static String type(String type) {
    String shorter = type;
    for (Map.Entry<Pattern, String> each : SHORT.entrySet()) {
      shorter = each.getKey().matcher(shorter).replaceFirst(each.getValue());
    }
    // A comma would end the word; the low quotation mark looks like one.
    return word(shorter.replace(',', '\u201a'));
  }

  private static String escaped(String text, String allowed) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .map(each -> isPlain(each) || allowed.indexOf(each) >= 0 ? each : twin(each))
        .forEach(escaped::appendCodePoint);
    return escaped.toString();
  }

  private static boolean isPlain(int character) {
    return character >= 0xC0
        || (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9');
  }

  // Control characters have pictures, and ASCII's signs stand once more, wide, at U+FF01 to U+FF5E.
  private static int twin(int character) {
    if (character < ' ') {
      return 0x2400 + character;
    }
    return character > ' ' && character < 0x7F ? character + 0xFEE0 : '_';
  }
}
