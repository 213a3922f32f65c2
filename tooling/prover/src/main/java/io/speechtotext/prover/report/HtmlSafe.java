package io.speechtotext.prover.report;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * Escapes of JSON that may stand in a page's {@code <script>} as it is: no tag or comment of HTML
 * can begin or end in it, and no line separator is left that JavaScript once took for one.
 */
final class HtmlSafe extends CharacterEscapes {

  private static final long serialVersionUID = 1;

  private static final SerializableString LINE_SEPARATOR = new SerializedString("\\u2028");
  private static final SerializableString PARAGRAPH_SEPARATOR = new SerializedString("\\u2029");

  private static final int[] ASCII = standardAsciiEscapesForJSON();

  static {
    for (char each : new char[] {'<', '>', '&'}) {
      ASCII[each] = ESCAPE_STANDARD;
    }
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ASCII.clone();
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int character) {
    return switch (character) {
      case 0x2028 -> LINE_SEPARATOR;
      case 0x2029 -> PARAGRAPH_SEPARATOR;
      default -> null;
    };
  }
}
