package io.speechtotext.throwaway.internal.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** What a directory in the cache held when it was made, to tell whether it still does. */
record Manifest(List<Entry> entries) {

  private static final int DIRECTORY = -1;

  /**
   * One file or directory.
   *
   * @param path relative, with slashes
   * @param sizeInBytes of a file; -1 for a directory
   * @param checksum CRC-32C of a file's content; 0 for a directory
   */
  record Entry(String path, long sizeInBytes, long checksum) {

    boolean isDirectory() {
      return sizeInBytes == DIRECTORY;
    }

    private String line() {
      return checksum + " " + sizeInBytes + " " + path;
    }

    private static Entry ofLine(String line) {
      String[] parts = line.split(" ", 3);
      return new Entry(parts[2], Long.parseLong(parts[1]), Long.parseLong(parts[0]));
    }
  }

  /** Describes {@code tree} as it is; links are described as what they lead to. */
  static Manifest of(Path tree) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(tree)) {
      paths = walk.filter(path -> !path.equals(tree)).sorted().toList();
    }
    List<Entry> entries = new ArrayList<>();
    for (Path path : paths) {
      String name = tree.relativize(path).toString();
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        entries.add(new Entry(name, DIRECTORY, 0));
      } else {
        byte[] content = Files.readAllBytes(path);
        entries.add(new Entry(name, content.length, checksum(content)));
      }
    }
    return new Manifest(entries);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when it is missing or damaged
   */
  static Manifest read(Path file) throws IOException {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      if (lines.isEmpty() || !lines.get(lines.size() - 1).equals("end")) {
        throw new IOException(file + " is cut short");
      }
      return new Manifest(lines.stream().limit(lines.size() - 1L).map(Entry::ofLine).toList());
    } catch (RuntimeException e) {
      throw new IOException(file + " is damaged", e);
    }
  }

  void write(Path file) throws IOException {
    Stream<String> lines = Stream.concat(entries.stream().map(Entry::line), Stream.of("end"));
    Files.write(file, lines.toList(), StandardCharsets.UTF_8);
  }

  /** Whether every file is still there in its old size; quick, for it reads no content. */
  boolean matchesSizesIn(Path tree) throws IOException {
    for (Entry entry : entries) {
      Path path = tree.resolve(entry.path());
      boolean same =
          entry.isDirectory()
              ? Files.isDirectory(path)
              : Files.isRegularFile(path) && Files.size(path) == entry.sizeInBytes();
      if (!same) {
        return false;
      }
    }
    return true;
  }

  static long checksum(byte[] content) {
    CRC32C crc = new CRC32C();
    crc.update(content);
    return crc.getValue();
  }
}
