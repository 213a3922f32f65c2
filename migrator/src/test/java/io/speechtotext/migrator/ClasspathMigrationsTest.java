package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClasspathMigrationsTest {

  @TempDir Path path;

  @Test
  void areReadFromAJar() throws IOException {
    Path jar = path.resolve("schema #1.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String entry : List.of("db/", "db/m/", "db/m/V1__a.sql", "db/m/U1__a.sql")) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.closeEntry();
      }
    }
    assertThat(read(jar.toUri().toURL()).list()).hasSize(1);
  }

  @Test
  void areReadFromADirectory() throws IOException {
    new Directory(Files.createDirectories(path.resolve("db/m"))).pair("1", "a", "");
    assertThat(read(path.toUri().toURL()).list()).hasSize(1);
  }

  @Test
  void refuseADirectoryThatIsNotThere() {
    assertThatExceptionOfType(InvalidMigrationsException.class)
        .isThrownBy(() -> Migrations.onClasspath("no/such/place"))
        .withMessageContaining("classpath:no/such/place");
  }

  private static Migrations read(URL root) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {root}, null)) {
      thread.setContextClassLoader(loader);
      return Migrations.onClasspath("db/m");
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
