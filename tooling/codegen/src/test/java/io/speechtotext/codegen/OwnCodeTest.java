package io.speechtotext.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCodeTest {

  @Test
  void hasOneHashWhetherItIsInAJarOrInADirectory(@TempDir Path directory) throws Exception {
    Path classes =
        Path.of(OwnCode.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path jar = Files.createFile(directory.resolve("with space.jar"));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      copy(classes, out);
    }
    assertThat(hashOfClassesIn(jar)).isEqualTo(OwnCode.hash());
  }

  private static void copy(Path classes, JarOutputStream jar) throws IOException {
    List<Path> files;
    try (Stream<Path> paths = Files.walk(classes)) {
      files = paths.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      jar.putNextEntry(new JarEntry(classes.relativize(file).toString()));
      Files.copy(file, jar);
    }
  }

  private static Object hashOfClassesIn(Path jar) throws Exception {
    URL[] urls = {jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      Method hash = loader.loadClass(OwnCode.class.getName()).getDeclaredMethod("hash");
      hash.setAccessible(true);
      return hash.invoke(null);
    }
  }
}
