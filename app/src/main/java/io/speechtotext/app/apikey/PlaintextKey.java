package io.speechtotext.app.apikey;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret key as its client sends it: {@code stt_}, eight characters that anybody may see, and 256
 * random bits. It exists from its creation until its client has it, and is stored nowhere. It
 * prints as its public part alone.
 */
public final class PlaintextKey {

  static final String MARK = "stt_";
  static final int PUBLIC_CHARACTERS = 8;
  static final int SECRET_CHARACTERS = 43;

  private static final int PUBLIC_BYTES = 6;
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String prefix;
  private final String secret;

  private PlaintextKey(String prefix, String secret) {
    this.prefix = prefix;
    this.secret = secret;
  }

  static PlaintextKey random() {
    return new PlaintextKey(MARK + characters(PUBLIC_BYTES), characters(SECRET_BYTES));
  }

  private static String characters(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The whole key, for its client and nobody else. */
  public String reveal() {
    return prefix + "_" + secret;
  }

  /** The public part, as {@link ApiKey#prefix()}. */
  public String prefix() {
    return prefix;
  }

  /** The public part. */
  @Override
  public String toString() {
    return prefix + "_…";
  }
}
