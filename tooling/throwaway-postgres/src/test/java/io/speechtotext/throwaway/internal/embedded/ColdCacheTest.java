package io.speechtotext.throwaway.internal.embedded;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.testing.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first starts on a machine, and the next ones. */
class ColdCacheTest {

  @TempDir(factory = ReachableDirectory.class)
  Path directory;

  @Test
  void twoFirstStartsAtOnceBothSucceedAndTheNextOneMakesNothingAnew() throws Exception {
    TestCache cache = new TestCache(directory.resolve("not/there/yet"));
    Callable<String> firstStart = () -> answerOf(cache);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      for (Future<String> answer : both.invokeAll(List.of(firstStart, firstStart))) {
        assertThat(answer.get()).isEqualTo("1");
      }
    } finally {
      both.shutdown();
    }

    List<Object> made = List.of(identity(cache.programs()), identity(cache.cluster()));
    assertThat(answerOf(cache)).isEqualTo("1");
    assertThat(List.of(identity(cache.programs()), identity(cache.cluster()))).isEqualTo(made);
    assertThat(cache.directory().toFile().list()).hasSize(2);
  }

  private static String answerOf(TestCache cache) throws Exception {
    try (EmbeddedServer server = cache.start()) {
      return Sql.value(server.adminDataSource(), "SELECT 1");
    }
  }

  private static Object identity(Path entry) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(entry, BasicFileAttributes.class, NOFOLLOW_LINKS);
    return List.of(
        String.valueOf(attributes.fileKey()),
        attributes.lastModifiedTime(),
        Files.getLastModifiedTime(entry.resolve("manifest")));
  }
}
