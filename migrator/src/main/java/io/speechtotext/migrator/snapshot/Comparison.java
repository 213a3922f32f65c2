package io.speechtotext.migrator.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Goes through two catalogs side by side. */
final class Comparison {

  private final Map<Entry, Block> expected;
  private final Map<Entry, Block> found;
  private final List<Difference> differences = new ArrayList<>();

  Comparison(List<Block> expected, List<Block> found) {
    this.expected = byHead(expected);
    this.found = byHead(found);
  }

  // Entry.BY_BYTES leaves the text out, so that what changed is found under its name.
  private static Map<Entry, Block> byHead(List<Block> blocks) {
    Map<Entry, Block> map = new TreeMap<>(Entry.BY_BYTES);
    blocks.forEach(block -> map.put(block.head(), block));
    return map;
  }

  private static Map<Entry, Entry> byName(List<Entry> parts) {
    Map<Entry, Entry> map = new TreeMap<>(Entry.BY_BYTES);
    parts.forEach(part -> map.put(part, part));
    return map;
  }

  List<Difference> differences() {
    TreeSet<Entry> all = new TreeSet<>(Entry.BY_BYTES);
    all.addAll(expected.keySet());
    all.addAll(found.keySet());
    all.forEach(object -> compare(object, expected.get(object), found.get(object)));
    return List.copyOf(differences);
  }

  // What a missing table holds is missing with it, and not said again.
  private void compare(Entry object, @Nullable Block wanted, @Nullable Block present) {
    compare(
        object.name(),
        object,
        wanted == null ? null : wanted.head(),
        present == null ? null : present.head());
    if (wanted != null && present != null) {
      compareParts(object, byName(wanted.parts()), byName(present.parts()));
    }
  }

  private void compareParts(Entry object, Map<Entry, Entry> wanted, Map<Entry, Entry> present) {
    TreeSet<Entry> all = new TreeSet<>(Entry.BY_BYTES);
    all.addAll(wanted.keySet());
    all.addAll(present.keySet());
    for (Entry part : all) {
      String name = part.name().isEmpty() ? object.name() : object.name() + "." + part.name();
      compare(name, part, wanted.get(part), present.get(part));
    }
  }

  private void compare(String name, Entry entry, @Nullable Entry wanted, @Nullable Entry present) {
    String before = wanted == null ? null : wanted.text();
    String after = present == null ? null : present.text();
    if (before == null ? after != null : !before.equals(after)) {
      Excerpts shown = Excerpts.of(entry, before, after);
      differences.add(
          new Difference(
              name,
              shown.expected(),
              shown.found(),
              SeverityRules.of(entry.kind(), before, after)));
    }
  }
}
