package io.speechtotext.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.migrator.snapshot.Snapshot;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnCodeTest {

  @ParameterizedTest
  @ValueSource(classes = {OwnCode.class, Snapshot.class})
  void hasOneHashWhetherItIsInAJarOrInADirectory(Class<?> one, @TempDir Path directory)
      throws Exception {
    Path classes = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path jar = Files.createFile(directory.resolve("with space.jar"));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      copy(classes, out);
    }
    URL[] urls = {jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      assertThat(OwnCode.besides(loader.loadClass(one.getName())).hash())
          .isEqualTo(OwnCode.besides(one).hash());
    }
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
}
