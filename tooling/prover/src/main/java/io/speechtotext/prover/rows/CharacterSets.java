package io.speechtotext.prover.rows;

/** The characters that parts of a regular expression stand for; what is not known is refused. */
final class CharacterSets {

  private CharacterSets() {}

  /** Those from one to another; of many, the first. */
  static String range(char first, char last) {
    StringBuilder members = new StringBuilder();
    for (char c = first; c <= last && members.length() < 200; c++) {
      members.append(c);
    }
    return members.toString();
  }

  /** Those of a class such as {@code digit}, or enough of them. */
  static String named(String name) {
    return switch (name) {
      case "alpha" -> "abcXYZ";
      case "lower" -> "abcxyz";
      case "upper" -> "ABCXYZ";
      case "digit" -> "0123456789";
      case "alnum" -> "abcXYZ019";
      case "xdigit" -> "0123456789abcdef";
      case "space", "blank" -> " ";
      case "punct" -> ".,-";
      default -> throw new UnsupportedOperationException("[[:" + name + ":]]");
    };
  }

  /** Those that a backslash and that character stand for, or enough of them. */
  static String escaped(char c) {
    return switch (c) {
      case 'd' -> "0123456789";
      case 'w' -> "abcXYZ019_";
      case 's' -> " ";
      case 'D', 'S', 'W' -> c == 'W' ? "-. " : "abcXYZ";
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw new UnsupportedOperationException("\\" + c);
        }
        yield String.valueOf(c);
      }
    };
  }

  /** Some that are none of those. */
  static String without(String members) {
    StringBuilder others = new StringBuilder();
    "abcxyzABC0129-_. "
        .chars()
        .filter(c -> members.indexOf(c) < 0)
        .forEach(others::appendCodePoint);
    return others.toString();
  }
}
