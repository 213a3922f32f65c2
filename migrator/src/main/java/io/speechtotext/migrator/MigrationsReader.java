package io.speechtotext.migrator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sorts files into migrations, and finds every rule that they break, not only the first. */
final class MigrationsReader {

  private final String location;
  private final Map<String, String> files;
  private final List<String> problems = new ArrayList<>();
  private final SortedMap<Version, String> ups = new TreeMap<>();
  private final SortedMap<Version, String> undos = new TreeMap<>();

  MigrationsReader(String location, Map<String, String> files) {
    this.location = location;
    this.files = files;
  }

  Migrations read() {
    files.keySet().forEach(this::sort);
    undos.forEach(
        (version, name) -> {
          if (!ups.containsKey(version)) {
            problems.add(name + ": it undoes nothing; write its V" + name.substring(1));
          }
        });
    List<Migration> migrations = new ArrayList<>();
    ups.forEach((version, name) -> pair(version, name, migrations));
    if (migrations.isEmpty() && problems.isEmpty()) {
      problems.add("there is no migration here; write V1__<description>.sql and its U1");
    }
    if (!problems.isEmpty()) {
      throw new InvalidMigrationsException(location, problems);
    }
    return new Migrations(migrations);
  }

  private void sort(String name) {
    FileName parsed = FileName.parse(name);
    if (parsed instanceof FileName.Scripted script) {
      sort(name, script.version(), script.isUndo() ? undos : ups);
    } else if (parsed instanceof FileName.Companion companion) {
      if (!files.containsKey(companion.script())) {
        problems.add(name + ": it belongs to " + companion.script() + ", which is missing");
      }
    } else if (parsed instanceof FileName.Refused refused) {
      problems.add(name + ": " + refused.reason());
    }
  }

  private void sort(String name, Version version, SortedMap<Version, String> sorted) {
    String other = sorted.putIfAbsent(version, name);
    if (other != null) {
      problems.add(
          "%s: %s has version %s too; give one of them the next free version"
              .formatted(name, other, version));
    }
  }

  private void pair(Version version, String name, List<Migration> migrations) {
    String undo = undos.get(version);
    if (undo == null) {
      problems.add(name + ": it has no undo; write U" + name.substring(1));
      return;
    }
    String description = name.substring(name.indexOf("__") + 2, name.length() - ".sql".length());
    migrations.add(
        new Migration(version, description.replace('_', ' '), script(name), script(undo)));
  }

  private Script script(String name) {
    @Nullable String sql = files.get(name);
    if (sql == null) {
      throw new IllegalStateException(name);
    }
    return new Script(name, sql, files.get(name + ".conf"));
  }
}
