package io.speechtotext.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCodeTest {

  private static final String PACKAGE = "io/speechtotext/codegen/";

  @TempDir private Path temporary = Path.of("");
  private Path classes = temporary;

  @BeforeEach
  void copyTheClasses() throws Exception {
    classes = temporary.resolve("with space");
    Path original =
        Path.of(OwnCode.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    for (Path file : filesBelow(original)) {
      Path copy = classes.resolve(original.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }

  @Test
  void hasOneHashWhetherItIsInAJarOrInADirectory() throws Exception {
    Files.writeString(classes.resolve(PACKAGE + "query.sql"), "SELECT 1");
    Path jar = temporary.resolve("with space.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path file : filesBelow(classes)) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    assertThat(hashIn(jar)).isEqualTo(hashIn(classes));
  }

  @Test
  void hasAnotherHashWithAnotherQuery() throws Exception {
    String before = hashIn(classes);
    Files.writeString(classes.resolve(PACKAGE + "query.sql"), "SELECT 1");
    assertThat(hashIn(classes)).isNotEqualTo(before);
  }

  @Test
  void isTheCodeOfOnePackageAlone() throws Exception {
    String before = hashIn(classes);
    Files.createDirectory(classes.resolve(PACKAGE + "below"));
    Files.writeString(classes.resolve(PACKAGE + "below/query.sql"), "SELECT 1");
    assertThat(hashIn(classes)).isEqualTo(before);
  }

  private static List<Path> filesBelow(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }

  private static String hashIn(Path location) throws Exception {
    URL[] urls = {location.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      return OwnCode.besides(loader.loadClass(OwnCode.class.getName())).hash();
    }
  }
}
