package io.speechtotext.prover.source;

import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.Version;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sorts files into migrations, and finds what is wrong with them as files. */
final class MigrationSorter {

  private final String location;
  private final SortedMap<String, SourceFile> files;
  private final SortedMap<Version, ScriptName> ups = new TreeMap<>();
  private final SortedMap<Version, ScriptName> undos = new TreeMap<>();
  private final FileFindings findings;

  MigrationSorter(String location, SortedMap<String, SourceFile> files) {
    this.location = location;
    this.files = files;
    this.findings = new FileFindings(files);
  }

  MigrationSet sort() {
    List<ScriptName> scripts =
        files.keySet().stream().flatMap(path -> ScriptName.parse(path).stream()).toList();
    requireOneLayout(scripts);
    scripts.forEach(this::sort);
    findings.strays(scripts);
    undos.values().stream()
        .filter(undo -> !ups.containsKey(undo.version()))
        .forEach(findings::undoOfNothing);
    List<ProvableMigration> migrations = ups.values().stream().map(this::migration).toList();
    return new MigrationSet(location, migrations, findings.list());
  }

  private void requireOneLayout(List<ScriptName> scripts) {
    Set<Layout> layouts = EnumSet.noneOf(Layout.class);
    scripts.forEach(script -> layouts.add(script.layout()));
    if (layouts.isEmpty()) {
      throw new InvalidDirectoryException(
          "%s holds no migration: expected %s. Next: name the directory that holds them"
              .formatted(location, forms(EnumSet.allOf(Layout.class), ", or ")),
          null);
    }
    if (layouts.size() > 1) {
      throw new InvalidDirectoryException(
          "%s holds migrations of more than one layout, and nothing says which come first: %s. Next: move those of one layout elsewhere"
              .formatted(location, examples(scripts)),
          null);
    }
  }

  private static String forms(Set<Layout> layouts, String separator) {
    return layouts.stream().map(Layout::form).collect(Collectors.joining(separator));
  }

  private static String examples(List<ScriptName> scripts) {
    List<String> examples = new ArrayList<>();
    for (Layout layout : Layout.values()) {
      scripts.stream()
          .filter(script -> script.layout() == layout)
          .findFirst()
          .ifPresent(script -> examples.add(script.path()));
    }
    return String.join(", ", examples);
  }

  private void sort(ScriptName script) {
    SortedMap<Version, ScriptName> sorted = script.isUndo() ? undos : ups;
    ScriptName other = sorted.putIfAbsent(script.version(), script);
    if (other == null) {
      return;
    }
    boolean better = isPaired(script) && !isPaired(other);
    if (better) {
      sorted.put(script.version(), script);
    }
    findings.collision(better ? other : script, better ? script : other);
  }

  private boolean isPaired(ScriptName script) {
    return files.containsKey(script.twinPath());
  }

  private ProvableMigration migration(ScriptName up) {
    ScriptName undo = undos.get(up.version());
    if (undo == null) {
      findings.noUndo(up);
    }
    return new ProvableMigration(
        "V" + up.version(),
        up.description(),
        script(up),
        undo == null ? null : script(undo),
        safety(up));
  }

  private Script script(ScriptName name) {
    String sql = text(name.path());
    findings.unreadable(name);
    findings.psqlCommands(name, sql);
    @Nullable String settings = files.containsKey(name.settings()) ? text(name.settings()) : null;
    return new Script(
        name.name(),
        sql,
        name.layout() == Layout.FLYWAY ? settings : RunnerSettings.of(name.name(), sql, settings));
  }

  private @Nullable Script safety(ScriptName up) {
    String path = up.safety();
    return files.containsKey(path) ? new Script(path, text(path), null) : null;
  }

  private String text(String path) {
    return Objects.requireNonNull(files.get(path), path).text();
  }
}
