package io.speechtotext.prover;

import io.speechtotext.prover.source.MigrationFiles;
import io.speechtotext.prover.source.MigrationSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Migrations and what is to be found in them, in one file: {@code === name} begins a part. Parts
 * that are named like files of migrations are such; {@code === findings} are the titles, one a
 * line, those of warnings too; {@code === rewrite}, where there is one, is that of the rule's first
 * finding; {@code === no-lock-timeout} says that the runner sets none, {@code ===
 * statement-timeout} that a statement has but a moment.
 */
public record CaseFile(Path path, Map<String, String> parts) {

  private static final String MARK = "=== ";

  public static CaseFile read(Path path) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    String name = "";
    for (String line : Files.readAllLines(path)) {
      if (line.startsWith(MARK)) {
        name = line.substring(MARK.length());
        parts.put(name, "");
      } else {
        parts.merge(name, line + "\n", String::concat);
      }
    }
    return new CaseFile(path, parts);
  }

  public MigrationSet migrations() {
    Map<String, String> files = new LinkedHashMap<>(parts);
    files.remove("");
    files.remove("findings");
    files.remove("rewrite");
    files.remove("no-lock-timeout");
    files.remove("statement-timeout");
    return MigrationFiles.of(path.getFileName().toString(), files);
  }

  public String expectedFindings() {
    return parts.getOrDefault("findings", "").strip();
  }

  /** Empty when the case does not say. */
  public String expectedRewrite() {
    return parts.getOrDefault("rewrite", "").strip();
  }

  /** The id of the rule that it is about, which its directory is named after. */
  public String rule() {
    return path.getName(path.getNameCount() - 2).toString();
  }

  @Override
  public String toString() {
    return path.subpath(path.getNameCount() - 2, path.getNameCount()).toString();
  }
}
