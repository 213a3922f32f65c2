package io.speechtotext.throwaway.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.testing.ChildJvm;
import io.speechtotext.throwaway.testing.ChildJvmBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A cache that cannot be used is said to be so, and a temporary one used in its place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnusableCacheTest {

  private final Path directory;
  private final TestCache temporary;

  UnusableCacheTest(@TempDir(factory = ReachableDirectory.class) Path directory)
      throws IOException {
    this.directory = directory;
    Path name = Cache.temporary(ServerUser.detect()).getFileName();
    temporary = TestCache.warm(Files.createDirectory(directory.resolve(name)));
  }

  @Test
  void whereAFileIsInTheWay() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    temporaryIsUsedFor(file, "FileAlreadyExistsException " + file, child());
  }

  @Test
  void whereNothingCanBeWritten() throws IOException {
    temporaryIsUsedFor(Path.of("/proc"), "", child());
  }

  @Test
  @Tag("ci") // for root
  void whereTheFileSystemIsReadOnly() throws IOException {
    Path cache = Files.createDirectory(directory.resolve("read-only"));
    temporaryIsUsedFor(cache, "Read-only file system", mounting("ro", cache));
  }

  @Test
  @Tag("ci") // for root
  void whereTheFileSystemIsFull() throws IOException {
    Path cache = Files.createDirectory(directory.resolve("full"));
    temporaryIsUsedFor(cache, "No space left on device", mounting("size=1m", cache));
  }

  @Test
  @Tag("ci") // for root
  void whereItBelongsToSomebodyElse() throws IOException {
    Path cache = Files.createDirectory(directory.resolve("not-mine"));
    giveAway(cache);
    temporaryIsUsedFor(cache, cache + " belongs to nobody", child());
  }

  @Test
  @Tag("ci") // for root
  void exceptWhereTheTemporaryOneBelongsToSomebodyElseToo() throws IOException {
    Path planted = Files.createDirectories(directory.resolve("planted"));
    Path cache = Files.createDirectory(planted.resolve(temporary.directory().getFileName()));
    giveAway(cache);
    try (ChildJvm build =
        child()
            .property("java.io.tmpdir", planted)
            .property("throwaway.postgres.cache", "/proc")
            .start("SELECT 1")) {
      assertThat(build.exitCode()).isEqualTo(1);
      assertThat(build.said()).contains(cache + " belongs to nobody").doesNotContain("answer");
    }
    assertThat(cache).isEmptyDirectory();
  }

  private void temporaryIsUsedFor(Path cache, String reason, ChildJvmBuilder child)
      throws IOException {
    try (ChildJvm build = child.property("throwaway.postgres.cache", cache).start("SELECT 1")) {
      assertThat(build.exitCode()).as(build::said).isZero();
      assertThat(build.said())
          .contains("answer 1")
          .contains("The cache " + cache + " cannot be used (")
          .contains(reason)
          .contains("using " + temporary.directory());
      assertThat(temporary.workOf(build.pid())).isEmpty();
    }
  }

  private ChildJvmBuilder child() {
    return ChildJvm.of(StartsServer.class).property("java.io.tmpdir", directory);
  }

  // In a view of the file system that ends with the child.
  private ChildJvmBuilder mounting(String options, Path onto) {
    String script = "mount -t tmpfs -o " + options + " none '" + onto + "' && exec \"$@\"";
    return child().under("unshare", "--mount", "sh", "-c", script, "sh");
  }

  private static void giveAway(Path path) throws IOException {
    UserPrincipal nobody =
        path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    Files.setOwner(path, nobody);
  }
}
