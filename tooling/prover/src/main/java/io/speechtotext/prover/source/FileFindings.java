package io.speechtotext.prover.source;

import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What is wrong with files, before anything of them is run. */
final class FileFindings {

  private static final String BELONGS_TO_NOTHING =
      "It belongs to a script that is missing. Next: give it the name of its script, or delete it.";

  private final SortedMap<String, SourceFile> files;
  private final List<Finding> findings = new ArrayList<>();

  FileFindings(SortedMap<String, SourceFile> files) {
    this.files = files;
  }

  List<Finding> list() {
    // A file that stands beside two scripts is found with each.
    return findings.stream().distinct().toList();
  }

  void noUndo(ScriptName up) {
    add(up, Rule.UNDO_MISSING, 0, "It has no undo. Next: write " + up.twin() + ".");
  }

  void undoOfNothing(ScriptName undo) {
    findings.add(
        finding(
            "U" + undo.version(),
            Rule.UNDO_MISSING,
            undo.name(),
            0,
            "It undoes nothing: there is no %s. Next: write that, or delete this."
                .formatted(undo.twin())));
  }

  void collision(ScriptName second, ScriptName first) {
    add(
        second,
        Rule.VERSION_COLLISION,
        0,
        "%s has version %s too, and only that one was tried. Next: give one of them the next free version."
            .formatted(first.path(), second.version()));
  }

  /** That the script, or a file beside it, is in an encoding that nobody reads. */
  void unreadable(ScriptName script) {
    unreadable(script, script.path(), Rule.NOT_PROVEN, script.name());
    // Without its settings, nobody knows how to run the script.
    unreadable(script, script.settings(), Rule.NOT_PROVEN, script.name());
    if (!script.isUndo()) {
      unreadable(script, script.safety(), Rule.UNUSED_ALLOW, script.safety());
    }
  }

  private void unreadable(ScriptName script, String path, Rule rule, String name) {
    SourceFile file = files.get(path);
    if (file != null && !file.isReadable()) {
      findings.add(finding("V" + script.version(), rule, name, file.line(), file.trouble()));
    }
  }

  void psqlCommands(ScriptName script, String sql) {
    List<PsqlCommand> commands = PsqlCommand.in(sql);
    if (!commands.isEmpty()) {
      String each =
          commands.stream()
              .map(it -> "%s (line %d): %s".formatted(it.text(), it.line(), it.remedy()))
              .distinct()
              .collect(Collectors.joining("; "));
      add(
          script,
          Rule.NOT_PROVEN,
          commands.get(0).line(),
          "It holds what psql alone understands, and no server: " + each + ".");
    }
  }

  /** Files beside the scripts that look as if they did something, and belong to none. */
  void strays(List<ScriptName> scripts) {
    Set<String> known = new HashSet<>();
    Set<String> directories = new HashSet<>();
    for (ScriptName script : scripts) {
      known.addAll(List.of(script.path(), script.settings()));
      directories.add(ScriptName.directoryOf(script.path()));
      if (!script.isUndo()) {
        known.add(script.safety());
      }
    }
    for (String path : files.keySet()) {
      if (!known.contains(path) && directories.contains(ScriptName.directoryOf(path))) {
        stray(path, scripts.get(0).layout());
      }
    }
  }

  private void stray(String path, Layout layout) {
    if (path.endsWith(".sql")) {
      stray(
          path,
          Rule.NOT_PROVEN,
          "Its name is none of a migration in this directory, so it was not run. Next: call it %s, or move it elsewhere."
              .formatted(layout.form()));
    } else if (path.endsWith(".sql.conf")) {
      stray(path, Rule.NOT_PROVEN, BELONGS_TO_NOTHING);
    } else if (path.endsWith(".safety")) {
      stray(path, Rule.UNUSED_ALLOW, BELONGS_TO_NOTHING);
    }
  }

  private void stray(String path, Rule rule, String detail) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    findings.add(finding(name.substring(0, name.indexOf('.')), rule, path, 0, detail));
  }

  private void add(ScriptName script, Rule rule, int line, String detail) {
    findings.add(finding("V" + script.version(), rule, script.name(), line, detail));
  }

  private static Finding finding(String version, Rule rule, String file, int line, String detail) {
    return new Finding(version, rule, file, file, line, detail, "", null);
  }
}
