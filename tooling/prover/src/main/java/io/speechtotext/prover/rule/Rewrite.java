package io.speechtotext.prover.rule;

import io.speechtotext.prover.rewrite.FollowingVersion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The safe way to the same end.
 *
 * @param migrations SQL of one migration after the other, statements each
 */
record Rewrite(List<List<String>> migrations) {

  /** There is none. */
  static final Rewrite NONE = new Rewrite(List.of());

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
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < migrations.size(); i++) {
      String heading = i == 0 ? "-- %s:" : "-- %s, in a migration of its own:";
      text.append(heading.formatted(i == 0 ? version : FollowingVersion.of(version, i)))
          .append('\n')
          .append(String.join("\n", migrations.get(i)))
          .append('\n');
    }
    return text.toString();
  }
}
