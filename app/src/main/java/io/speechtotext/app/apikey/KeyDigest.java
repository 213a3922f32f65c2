package io.speechtotext.app.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The SHA-256 of a whole key. A key is 256 random bits, so that nobody finds one by trying, and a
 * slow hash would protect nothing. Immutable.
 */
final class KeyDigest {

  private final byte[] bytes;

  private KeyDigest(byte[] bytes) {
    this.bytes = bytes;
  }

  static KeyDigest of(String plaintext) {
    return new KeyDigest(sha256().digest(plaintext.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** 32 bytes; a copy. */
  byte[] bytes() {
    return bytes.clone();
  }

  /** What stands in {@code key_hash}, which is NOT NULL and held bcrypt before. */
  String asHash() {
    return "sha256:" + HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyDigest digest && MessageDigest.isEqual(bytes, digest.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "KeyDigest[…]";
  }
}
