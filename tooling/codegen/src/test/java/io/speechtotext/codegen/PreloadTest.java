package io.speechtotext.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PreloadTest {

  @Test
  void theListNamesClassesOfTheLibrariesThatAreUsed() {
    List<String> names = Preload.names();
    assertThat(names)
        .hasSizeGreaterThan(300)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.startsWith("org.jooq.") || name.startsWith("org.flywaydb."));
    // Another version than the list was made with lacks a few.
    long there = names.stream().filter(PreloadTest::exists).count();
    assertThat(there).isGreaterThan(names.size() * 9L / 10);
  }

  @Test
  void nothingRunsAnyMoreOnceItIsClosed() {
    Preload preload = Preload.begin();
    preload.close();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("preload");
  }

  private static boolean exists(String name) {
    String file = name.replace('.', '/') + ".class";
    return Preload.class.getClassLoader().getResource(file) != null;
  }
}
