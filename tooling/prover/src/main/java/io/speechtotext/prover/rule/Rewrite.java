package io.speechtotext.prover.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The safe way to the same end.
 *
 * @param migrations SQL of one migration after the other, statements each
 */
record Rewrite(List<List<String>> migrations) {

  /** There is none. */
  static final Rewrite NONE = new Rewrite(List.of());

  private static final Pattern COUNTED = Pattern.compile("V\\d{1,9}");

  /** Copies the lists. */
  Rewrite {
    migrations = migrations.stream().map(List::copyOf).toList();
  }

  /** All in one migration. */
  static Rewrite of(String... statements) {
    return new Rewrite(List.of(List.of(statements)));
  }

  /** The same, and then one more migration. */
  Rewrite then(String... statements) {
    List<List<String>> all = new ArrayList<>(migrations);
    all.add(List.of(statements));
    return new Rewrite(all);
  }

  /** The same, and then other migrations. */
  Rewrite then(Rewrite other) {
    List<List<String>> all = new ArrayList<>(migrations);
    all.addAll(other.migrations);
    return new Rewrite(all);
  }

  /** Both at once: their first migrations in one, their second ones in another. */
  Rewrite with(Rewrite other) {
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < Math.max(migrations.size(), other.migrations.size()); i++) {
      Set<String> statements = new LinkedHashSet<>();
      statements.addAll(i < migrations.size() ? migrations.get(i) : List.of());
      statements.addAll(i < other.migrations.size() ? other.migrations.get(i) : List.of());
      all.add(List.copyOf(statements));
    }
    return new Rewrite(all);
  }

  /** As text, each migration headed by its version, the first of which is given: {@code V7}. */
  String text(String version) {
    if (migrations.size() == 1) {
      return String.join("\n", migrations.get(0));
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < migrations.size(); i++) {
      String heading = i == 0 ? "-- %s:\n" : "-- %s, in a migration of its own:\n";
      parts.add(heading.formatted(name(version, i)) + String.join("\n", migrations.get(i)));
    }
    return String.join("\n\n", parts);
  }

  private static String name(String version, int offset) {
    if (offset == 0) {
      return version;
    }
    return COUNTED.matcher(version).matches()
        ? "V" + (Integer.parseInt(version.substring(1)) + offset)
        : "The next version";
  }
}
