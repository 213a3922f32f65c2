package io.speechtotext.codegen;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The classes of this package, wherever they were loaded from: a jar, or a build's directory. */
final class OwnCode {

  private static final String PACKAGE = OwnCode.class.getPackageName().replace('.', '/') + "/";
  private static final String SUFFIX = ".class";

  private OwnCode() {}

  /** A hash that is the same for both. */
  static String hash() throws IOException {
    Path location = location();
    SortedMap<String, String> hashes =
        Files.isDirectory(location) ? inDirectory(location.resolve(PACKAGE)) : inJar(location);
    return Sha256.of(String.join("\n", hashes.values()));
  }

  private static Path location() {
    try {
      return Path.of(OwnCode.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SortedMap<String, String> inDirectory(Path directory) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path each : files.filter(file -> file.toString().endsWith(SUFFIX)).toList()) {
        hashes.put(PACKAGE + each.getFileName(), Sha256.of(Files.readAllBytes(each)));
      }
    }
    return hashes;
  }

  // Not as a file system, which takes a cold JVM a tenth of a second.
  private static SortedMap<String, String> inJar(Path file) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    try (JarFile jar = new JarFile(file.toFile())) {
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry each = all.nextElement();
        if (each.getName().startsWith(PACKAGE) && each.getName().endsWith(SUFFIX)) {
          hashes.put(each.getName(), Sha256.of(jar.getInputStream(each).readAllBytes()));
        }
      }
    }
    return hashes;
  }
}
