package io.speechtotext.app.config;

import static java.util.HexFormat.fromHexDigit;
import static java.util.HexFormat.isHexDigit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Undoes percent-encoding as libpq does: bytes of UTF-8, {@code +} stays {@code +}. */
final class PercentDecoder {
  private static final int ESCAPE_DIGITS = 2;

  private PercentDecoder() {}

  /** Returns the decoded {@code encoded}, or refuses it without repeating any of it. */
  static Setting decode(Setting encoded) {
    byte[] bytes = octets(encoded);
    try {
      // Only a decoder asked for in this way reports malformed input; new String() replaces it.
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return encoded.piece(encoded.what(), text);
    } catch (CharacterCodingException notUtf8) {
      throw refuse(encoded, "must be UTF-8 once its percent-escapes are decoded");
    }
  }

  private static byte[] octets(Setting encoded) {
    byte[] in = encoded.text().getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < in.length; i++) {
      if (in[i] == '%') {
        out.write(octet(encoded, in, i + 1));
        i += ESCAPE_DIGITS;
      } else {
        out.write(in[i]);
      }
    }
    return out.toByteArray();
  }

  private static int octet(Setting encoded, byte[] in, int at) {
    if (at + 1 >= in.length || !isHexDigit(in[at]) || !isHexDigit(in[at + 1])) {
      throw refuse(encoded, "must have two hexadecimal digits after every %");
    }
    int octet = fromHexDigit(in[at]) << 4 | fromHexDigit(in[at + 1]);
    if (octet == 0) {
      throw refuse(encoded, "must not hold %00, which PostgreSQL cannot store");
    }
    return octet;
  }

  private static ConfigurationException refuse(Setting encoded, String rule) {
    return encoded.showableIf(false).refuse(rule, "Write a % sign as %25, and é as %C3%A9");
  }
}
