package io.speechtotext.migrator;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A migration's version: numbers with dots or underscores between them, compared number by number.
 * Trailing zeros say nothing, as with Flyway: {@code 1}, {@code 01} and {@code 1.0} are equal.
 */
public final class Version implements Comparable<Version> {

  private static final Pattern SYNTAX = Pattern.compile("\\d+([._]\\d+)*");

  private final List<BigInteger> parts;

  private Version(List<BigInteger> parts) {
    this.parts = parts;
  }

  /**
   * Reads a version.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static Version of(String text) {
    if (!SYNTAX.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a version: expected numbers with dots between them, like 7 or 7.1"
              .formatted(text));
    }
    List<BigInteger> parts = new ArrayList<>();
    for (String part : text.split("[._]", -1)) {
      parts.add(new BigInteger(part));
    }
    while (parts.size() > 1 && parts.get(parts.size() - 1).signum() == 0) {
      parts.remove(parts.size() - 1);
    }
    return new Version(List.copyOf(parts));
  }

  /** The next whole number: 8 after 7, and after 7.1. */
  public Version next() {
    return new Version(List.of(parts.get(0).add(BigInteger.ONE)));
  }

  @Override
  public int compareTo(Version other) {
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      int comparison = part(i).compareTo(other.part(i));
      if (comparison != 0) {
        return comparison;
      }
    }
    return 0;
  }

  private BigInteger part(int index) {
    return index < parts.size() ? parts.get(index) : BigInteger.ZERO;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Version version && version.parts.equals(parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** The canonical form: dots, no leading zeros. */
  @Override
  public String toString() {
    return String.join(".", parts.stream().map(BigInteger::toString).toList());
  }
}
