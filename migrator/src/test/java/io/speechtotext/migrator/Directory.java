package io.speechtotext.migrator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A migrations directory that a test writes. */
record Directory(Path path) {

  /** Writes a pair: the migration's SQL, and an undo that nobody runs. */
  Directory pair(String version, String description, String sql) throws IOException {
    return file("V" + version + "__" + description + ".sql", sql)
        .file("U" + version + "__" + description + ".sql", "SELECT 1;\n");
  }

  Directory file(String name, String text) throws IOException {
    Files.writeString(path.resolve(name), text);
    return this;
  }

  Migrations read() {
    return Migrations.inDirectory(path);
  }
}
