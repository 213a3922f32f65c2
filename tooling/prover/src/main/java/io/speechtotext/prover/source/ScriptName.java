package io.speechtotext.prover.source;

import io.speechtotext.migrator.Version;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a script tells.
 *
 * @param path the file's path below the directory of all, with slashes
 * @param name the script's own: without directories, but for the one that names its migration
 * @param description with spaces for underscores
 */
record ScriptName(
    Layout layout, boolean isUndo, Version version, String description, String path, String name) {

  private static final String PARENTS = "(?:.*/)?";
  private static final Pattern FLYWAY =
      Pattern.compile(
          PARENTS + "(?<name>(?<way>[VU])(?<version>\\d+(?:[._]\\d+)*)__(?<text>[^/]+)\\.sql)");
  private static final Pattern DIRECTORIES =
      Pattern.compile(
          PARENTS + "(?<name>(?<version>\\d+(?:-\\d+)*)_(?<text>[^/]+)/(?<way>up|down)\\.sql)");
  private static final Pattern SUFFIXES =
      Pattern.compile(PARENTS + "(?<name>(?<version>\\d+)_(?<text>[^/]+)\\.(?<way>up|down)\\.sql)");

  static Optional<ScriptName> parse(String path) {
    return parse(path, Layout.FLYWAY, FLYWAY)
        .or(() -> parse(path, Layout.DIRECTORIES, DIRECTORIES))
        .or(() -> parse(path, Layout.SUFFIXES, SUFFIXES));
  }

  private static Optional<ScriptName> parse(String path, Layout layout, Pattern pattern) {
    Matcher matcher = pattern.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String way = matcher.group("way");
    return Optional.of(
        new ScriptName(
            layout,
            way.equals("U") || way.equals("down"),
            // The dashes of a date only help the eye: Diesel's own table has none either.
            Version.of(matcher.group("version").replace("-", "")),
            matcher.group("text").replace('_', ' '),
            path,
            matcher.group("name")));
  }

  /** The path of its settings, where the layout knows such a file. */
  String settings() {
    return switch (layout) {
      case DIRECTORIES -> directoryOf(path) + "metadata.toml";
      case FLYWAY, SUFFIXES -> path + ".conf";
    };
  }

  /** The path of the allowances beside it. */
  String safety() {
    return without(layout == Layout.SUFFIXES ? ".up.sql" : ".sql") + ".safety";
  }

  /** What the script is called that leads the other way. */
  String twin() {
    return switch (layout) {
      case FLYWAY -> (isUndo ? "V" : "U") + name.substring(1);
      case DIRECTORIES -> name.substring(0, name.indexOf('/')) + (isUndo ? "/up.sql" : "/down.sql");
      case SUFFIXES ->
          name.substring(0, name.length() - (isUndo ? ".down.sql" : ".up.sql").length())
              + (isUndo ? ".up.sql" : ".down.sql");
    };
  }

  /** Where that one stands. */
  String twinPath() {
    return path.substring(0, path.length() - name.length()) + twin();
  }

  /** With its slash; empty for the directory of all. */
  static String directoryOf(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private String without(String suffix) {
    return path.substring(0, path.length() - suffix.length());
  }
}
