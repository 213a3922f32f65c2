package io.speechtotext.prover.source;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads migrations from files, in any {@link Layout}. */
public final class MigrationFiles {

  private MigrationFiles() {}

  /**
   * Reads the files in a directory and below it, hidden ones left out.
   *
   * @throws InvalidDirectoryException when it cannot be read, holds no migration, or holds those of
   *     two layouts
   */
  public static MigrationSet read(Path directory) {
    return new MigrationSorter(directory.toString(), DirectoryReader.read(directory)).sort();
  }

  /**
   * Reads files that are at hand: text by name.
   *
   * @throws InvalidDirectoryException when there is no migration among them, or those of two
   *     layouts
   */
  public static MigrationSet of(String location, Map<String, String> files) {
    SortedMap<String, SourceFile> readable = new TreeMap<>();
    files.forEach((name, text) -> readable.put(name, SourceFile.readable(text)));
    return new MigrationSorter(location, readable).sort();
  }
}
