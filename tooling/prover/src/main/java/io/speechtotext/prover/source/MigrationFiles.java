package io.speechtotext.prover.source;

import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.Version;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sorts files into migrations by their names. */
public final class MigrationFiles {

  private static final Pattern NAME = Pattern.compile("([VU])(\\d+(?:[._]\\d+)*)__(.+)\\.sql");

  private final Map<String, String> files;
  private final SortedMap<Version, String> ups = new TreeMap<>();
  private final SortedMap<Version, String> undos = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private MigrationFiles(Map<String, String> files) {
    this.files = files;
  }

  /** Reads files that are at hand: text by name. */
  public static MigrationSet of(String location, Map<String, String> files) {
    return new MigrationFiles(files).read(location);
  }

  private MigrationSet read(String location) {
    files.keySet().forEach(this::sort);
    undos.forEach(
        (version, name) -> {
          if (!ups.containsKey(version)) {
            findings.add(missing("U" + version, name, "It undoes nothing."));
          }
        });
    List<ProvableMigration> migrations = new ArrayList<>();
    ups.forEach(
        (version, name) -> {
          @Nullable String undo = undos.get(version);
          if (undo == null) {
            findings.add(missing("V" + version, name, "It has no undo."));
          }
          String stem = name.substring(0, name.length() - ".sql".length());
          migrations.add(
              new ProvableMigration(
                  "V" + version,
                  stem.substring(stem.indexOf("__") + 2).replace('_', ' '),
                  script(name),
                  undo == null ? null : script(undo),
                  files.containsKey(stem + ".safety") ? script(stem + ".safety") : null));
        });
    return new MigrationSet(location, migrations, findings);
  }

  private void sort(String name) {
    Matcher matcher = NAME.matcher(name);
    if (matcher.matches()) {
      Version version = Version.of(matcher.group(2));
      (matcher.group(1).equals("V") ? ups : undos).put(version, name);
    }
  }

  private Script script(String name) {
    return new Script(name, files.getOrDefault(name, ""), files.get(name + ".conf"));
  }

  private static Finding missing(String version, String name, String detail) {
    return new Finding(version, Rule.UNDO_MISSING, name, name, 0, detail, "", null);
  }
}
