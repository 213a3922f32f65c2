package io.speechtotext.codegen;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes of this package, wherever they were loaded from: a jar, or a build's directory. */
final class OwnCode {

  private OwnCode() {}

  /** A hash that is the same for both. */
  static String hash() throws IOException {
    Path location = Path.of(location());
    if (Files.isDirectory(location)) {
      return hash(location);
    }
    try (FileSystem jar = FileSystems.newFileSystem(location)) {
      return hash(jar.getPath("/"));
    }
  }

  private static URI location() {
    try {
      return OwnCode.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hash(Path root) throws IOException {
    List<Path> classes;
    Path ownPackage = root.resolve(OwnCode.class.getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(ownPackage)) {
      classes = files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
    StringBuilder hashes = new StringBuilder();
    for (Path each : classes) {
      hashes.append(Sha256.of(Files.readAllBytes(each))).append('\n');
    }
    return Sha256.of(hashes.toString());
  }
}
