package io.speechtotext.throwaway.internal.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks a {@code .tar.xz}, for everybody to read, whatever this process's umask. */
final class TarArchive {

  private static final int OWNER_EXECUTE = 0100;

  private TarArchive() {}

  /** Unpacks {@code archive} into {@code target}, a directory that it makes. */
  static void unpack(InputStream archive, Path target) throws IOException {
    makeDirectory(target);
    try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(entry, tar, inside(target, entry.getName()));
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      makeDirectory(path);
      return;
    }
    makeDirectory(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, path);
    Trees.permit(path, (entry.getMode() & OWNER_EXECUTE) != 0 ? "rwxr-xr-x" : "rw-r--r--");
  }

  private static void makeDirectory(@Nullable Path path) throws IOException {
    if (path != null && !Files.exists(path)) {
      makeDirectory(path.getParent());
      Files.createDirectory(path);
      Trees.permit(path, "rwxr-xr-x");
    }
  }

  // An archive may name a path that leads out of the target.
  private static Path inside(Path target, String name) throws IOException {
    Path path = target.resolve(name).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("the archive names a path outside of itself: " + name);
    }
    return path;
  }
}
