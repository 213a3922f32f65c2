package io.speechtotext.throwaway.internal.embedded;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** What is done to whole directories. */
final class Trees {

  private Trees() {}

  /** Deletes a directory and all in it; what is gone already is no error. */
  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
              throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Renames a finished directory to its lasting name; where one stands already, that one stays. */
  static void publish(Path made, Path name) throws IOException {
    try {
      Files.move(made, name, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Another build was faster. Directories are not replaced by a rename unless they are empty.
      if (!Files.isDirectory(name)) {
        throw e;
      }
      delete(made);
    }
  }

  static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  /** Whether a path belongs to this process's user: a link itself, not what it leads to. */
  static boolean isMine(Path path) throws IOException {
    Path self = Path.of("/proc/self");
    Path surelyMine =
        Files.exists(self) ? self.toRealPath() : Path.of(System.getProperty("user.home"));
    return Files.getOwner(path, NOFOLLOW_LINKS).equals(Files.getOwner(surelyMine));
  }
}
