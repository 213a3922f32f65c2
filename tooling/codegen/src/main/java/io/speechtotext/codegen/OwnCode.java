package io.speechtotext.codegen;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The classes of a package and their queries, wherever they were loaded from: a jar, or a build's
 * directory.
 */
final class OwnCode {

  private static final List<String> SUFFIXES = List.of(".class", ".sql");

  private final Class<?> one;
  private final String packageName;

  private OwnCode(Class<?> one) {
    this.one = one;
    this.packageName = one.getPackageName().replace('.', '/') + "/";
  }

  /** The code of the package that holds that class. */
  static OwnCode besides(Class<?> one) {
    return new OwnCode(one);
  }

  /** A hash that is the same for both. */
  String hash() throws IOException {
    Path location = location();
    SortedMap<String, String> hashes =
        Files.isDirectory(location) ? inDirectory(location.resolve(packageName)) : inJar(location);
    return Sha256.of(String.join("\n", hashes.values()));
  }

  private Path location() {
    try {
      return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isCode(String file) {
    return SUFFIXES.stream().anyMatch(file::endsWith);
  }

  private SortedMap<String, String> inDirectory(Path directory) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path each : files.filter(file -> isCode(file.toString())).toList()) {
        hashes.put(packageName + each.getFileName(), Sha256.of(Files.readAllBytes(each)));
      }
    }
    return hashes;
  }

  // Not as a file system, which takes a cold JVM a tenth of a second.
  private SortedMap<String, String> inJar(Path file) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    try (JarFile jar = new JarFile(file.toFile())) {
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry each = all.nextElement();
        if (isBesides(each.getName()) && isCode(each.getName())) {
          hashes.put(each.getName(), Sha256.of(jar.getInputStream(each).readAllBytes()));
        }
      }
    }
    return hashes;
  }

  // Not in a package below.
  private boolean isBesides(String entry) {
    return entry.startsWith(packageName) && entry.indexOf('/', packageName.length()) < 0;
  }
}
