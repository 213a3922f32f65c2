package io.speechtotext.throwaway.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.testing.ChildJvm;
import io.speechtotext.throwaway.testing.ChildJvmBuilder;
import io.speechtotext.throwaway.testing.Sql;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds that run at the same time do each other no harm. */
class SimultaneousBuildsTest {

  @TempDir(factory = ReachableDirectory.class)
  Path directory;

  @Test
  void twoFillOneCache() throws IOException {
    TestCache cache = TestCache.withPrograms(directory);
    twoSucceedIn(cache);
  }

  @Test
  @Tag("ci") // for its time
  void twoFindTheSameDamage() throws IOException {
    TestCache cache = TestCache.withPrograms(directory);
    cache.start().close();
    Files.delete(cache.cluster().resolve("data/global/pg_control"));
    twoSucceedIn(cache);
  }

  @Test
  void twoClassLoadersOfOneProcessEachHaveAServerOfTheirOwn() throws Exception {
    TestCache cache = TestCache.warm(directory);
    List<Path> before = cache.ownWork();
    try (EmbeddedServer server = cache.start();
        URLClassLoader loader =
            new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      try (AutoCloseable other = startIn(directory, loader)) {
        assertThat(other).isNotInstanceOf(EmbeddedServer.class);
        assertThat(cache.ownWork()).hasSize(before.size() + 2);
      }
      assertThat(Sql.value(server.adminDataSource(), "SELECT 1")).isEqualTo("1");
    }
    assertThat(cache.ownWork()).isEqualTo(before);
  }

  private static void twoSucceedIn(TestCache cache) throws IOException {
    ChildJvmBuilder build =
        ChildJvm.of(StartsServer.class).property("throwaway.postgres.cache", cache.directory());
    try (ChildJvm first = build.start("SELECT 1");
        ChildJvm second = build.start("SELECT 1")) {
      for (ChildJvm each : List.of(first, second)) {
        assertThat(each.exitCode()).as(each::said).isZero();
        assertThat(each.said()).contains("answer 1").doesNotContain("cannot be used");
        assertThat(cache.workOf(each.pid())).isEmpty();
      }
    }
    assertThat(cache.cluster()).isDirectory();
  }

  private static AutoCloseable startIn(Path directory, ClassLoader loader) throws Exception {
    Class<?> type = loader.loadClass(TestCache.class.getName());
    Constructor<?> constructor = type.getDeclaredConstructor(Path.class);
    Method start = type.getDeclaredMethod("start");
    constructor.setAccessible(true);
    start.setAccessible(true);
    return (AutoCloseable) start.invoke(constructor.newInstance(directory));
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
