package io.speechtotext.prover.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the files of a directory that can matter, hidden ones left out. */
final class DirectoryReader extends SimpleFileVisitor<Path> {

  private static final Pattern MATTERS =
      Pattern.compile("[^.].*\\.(sql|sql\\.conf|safety)|metadata\\.toml");

  private final Path root;
  private final SortedMap<String, SourceFile> files = new TreeMap<>();

  private DirectoryReader(Path root) {
    this.root = root;
  }

  /**
   * The files below a directory, by their paths from there, with slashes.
   *
   * @throws InvalidDirectoryException when there is no such directory, or it cannot be read
   */
  static SortedMap<String, SourceFile> read(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new InvalidDirectoryException(
          directory + " is no directory. Next: name the one that holds the migrations", null);
    }
    DirectoryReader reader = new DirectoryReader(directory);
    try {
      Files.walkFileTree(directory, reader);
    } catch (IOException e) {
      throw new InvalidDirectoryException(
          "%s cannot be read: %s. Next: ls -lR %s".formatted(directory, e, directory), e);
    }
    return reader.files;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    boolean hidden = !directory.equals(root) && fileName(directory).startsWith(".");
    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (MATTERS.matcher(fileName(file)).matches()) {
      String path = root.relativize(file).toString().replace('\\', '/');
      files.put(path, Utf8.read(path, Files.readAllBytes(file)));
    }
    return FileVisitResult.CONTINUE;
  }

  private static String fileName(Path path) {
    return String.valueOf(path.getFileName());
  }
}
