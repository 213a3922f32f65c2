package io.speechtotext.migrator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A place that holds migration files: reads them all, and judges nothing but their encoding. */
final class Location {

  private Location() {}

  /**
   * The files below a directory.
   *
   * @return text by file name, ordered
   */
  static Map<String, String> inDirectory(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new InvalidMigrationsException(
          directory.toString(), List.of("there is no such directory; check the path"));
    }
    Map<String, String> files = new TreeMap<>();
    try {
      read(directory, directory.toString(), files);
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + directory, e);
    }
  }

  /** The files below a directory of the class path, whether in jars or not. */
  static Map<String, String> onClasspath(String directory, ClassLoader loader) {
    Map<String, String> files = new TreeMap<>();
    try {
      List<URL> roots = Collections.list(loader.getResources(directory));
      if (roots.isEmpty()) {
        throw new InvalidMigrationsException(
            "classpath:" + directory, List.of("there is no such directory on the class path"));
      }
      for (URL root : roots) {
        readRoot(root.toURI(), directory, files);
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read classpath:" + directory, e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void readRoot(URI root, String directory, Map<String, String> files)
      throws IOException {
    String location = "classpath:" + directory;
    if (!"jar".equals(root.getScheme())) {
      read(Path.of(root), location, files);
      return;
    }
    String jar = root.getRawSchemeSpecificPart();
    Path file = Path.of(URI.create(jar.substring(0, jar.lastIndexOf("!/"))));
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      read(zip.getPath(directory), location, files);
    }
  }

  private static void read(Path directory, String location, Map<String, String> files)
      throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(directory)) {
      paths = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path path : paths) {
      String name = String.valueOf(path.getFileName());
      if (files.put(name, text(path, location)) != null) {
        throw new InvalidMigrationsException(
            location, List.of(name + ": two files have this name; remove one"));
      }
    }
  }

  private static String text(Path path, String location) throws IOException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new InvalidMigrationsException(
          location, List.of(path.getFileName() + ": it is not UTF-8; save it as UTF-8"));
    }
  }
}
