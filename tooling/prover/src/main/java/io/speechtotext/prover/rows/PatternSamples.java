package io.speechtotext.prover.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Text that a regular expression matches. Knows what CHECK constraints mostly use: characters,
 * classes, groups, alternatives and repetitions; what it makes is tried on the server anyway.
 */
final class PatternSamples {

  private static final int OPEN_REPETITIONS = 8;

  private interface Part {
    void append(Random random, StringBuilder text);
  }

  private final String pattern;
  private int at;

  private PatternSamples(String pattern) {
    this.pattern = pattern;
  }

  /** So many samples; empty for a pattern with anything that is not known here, or that is none. */
  static Optional<List<String>> of(String pattern, int count, Random random) {
    try {
      PatternSamples parser = new PatternSamples(pattern);
      Part whole = parser.alternatives();
      if (parser.at < pattern.length()) {
        return Optional.empty();
      }
      List<String> samples = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        StringBuilder text = new StringBuilder();
        whole.append(random, text);
        samples.add(text.toString());
      }
      return Optional.of(samples);
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Part alternatives() {
    List<Part> branches = new ArrayList<>(List.of(sequence()));
    while (skips('|')) {
      branches.add(sequence());
    }
    return (random, text) -> branches.get(random.nextInt(branches.size())).append(random, text);
  }

  private Part sequence() {
    List<Part> parts = new ArrayList<>();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      parts.add(repeated(atom()));
    }
    return (random, text) -> parts.forEach(part -> part.append(random, text));
  }

  private Part atom() {
    char c = next();
    return switch (c) {
      case '^', '$' -> (random, text) -> {};
      case '.' -> oneOf("abcxyz059");
      case '(' -> group();
      case '[' -> oneOf(bracket());
      case '\\' -> escape(next());
      case '*', '+', '?', '{' -> throw new UnsupportedOperationException(pattern);
      default -> (random, text) -> text.append(c);
    };
  }

  private Part group() {
    if (skips('?') && !skips(':')) {
      throw new UnsupportedOperationException(pattern);
    }
    Part inner = alternatives();
    if (!skips(')')) {
      throw new UnsupportedOperationException(pattern);
    }
    return inner;
  }

  private Part repeated(Part part) {
    int[] bounds = bounds();
    skips('?'); // not greedy: no difference to what matches
    int span = bounds[1] - bounds[0] + 1;
    return (random, text) -> {
      for (int left = bounds[0] + random.nextInt(span); left > 0; left--) {
        part.append(random, text);
      }
    };
  }

  private int[] bounds() {
    if (skips('?')) {
      return new int[] {0, 1};
    }
    if (skips('*')) {
      return new int[] {0, OPEN_REPETITIONS};
    }
    if (skips('+')) {
      return new int[] {1, OPEN_REPETITIONS};
    }
    return skips('{') ? counted() : new int[] {1, 1};
  }

  private int[] counted() {
    int end = pattern.indexOf('}', at);
    if (end < 0) {
      throw new UnsupportedOperationException(pattern);
    }
    String[] numbers = pattern.substring(at, end).split(",", -1);
    at = end + 1;
    int min = Integer.parseInt(numbers[0]);
    String max = numbers[numbers.length - 1];
    return new int[] {min, max.isEmpty() ? min + OPEN_REPETITIONS : Integer.parseInt(max)};
  }

  private String bracket() {
    boolean negated = skips('^');
    StringBuilder members = new StringBuilder();
    do {
      members.append(member(next()));
    } while (!skips(']'));
    return negated ? CharacterSets.without(members.toString()) : members.toString();
  }

  private String member(char first) {
    if (first == '[' && skips(':')) {
      int end = pattern.indexOf(":]", at);
      String name = end < 0 ? "" : pattern.substring(at, end);
      at = end + 2;
      return CharacterSets.named(name);
    }
    if (first == '\\') {
      return CharacterSets.escaped(next());
    }
    if (at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
      at++;
      return CharacterSets.range(first, next());
    }
    return String.valueOf(first);
  }

  private Part escape(char c) {
    return switch (c) {
      case 'A', 'Z', 'm', 'M', 'y' -> (random, text) -> {};
      default -> oneOf(CharacterSets.escaped(c));
    };
  }

  private Part oneOf(String members) {
    if (members.isEmpty()) {
      throw new UnsupportedOperationException(pattern);
    }
    return (random, text) -> text.append(members.charAt(random.nextInt(members.length())));
  }

  private boolean skips(char c) {
    boolean here = at < pattern.length() && pattern.charAt(at) == c;
    at += here ? 1 : 0;
    return here;
  }

  private char next() {
    if (at >= pattern.length()) {
      throw new UnsupportedOperationException(pattern);
    }
    return pattern.charAt(at++);
  }
}
