package io.speechtotext.throwaway.internal.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.testing.ChildJvm;
import io.speechtotext.throwaway.testing.HoldsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A build that is killed leaves no server, and what else it leaves the next start clears away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledOwnerTest {

  private static final int LIMIT_SECONDS = 60;

  private final TestCache cache;

  KilledOwnerTest(@TempDir(factory = ReachableDirectory.class) Path directory) throws IOException {
    cache = TestCache.warm(directory);
  }

  @Test
  void aBuildIsLeftAloneWhileItLivesAndOnceKilledItsServerEndsByItself() throws Exception {
    try (ChildJvm build = startBuild()) {
      ProcessHandle server = cache.postmasterOf(build.pid());
      List<Path> work = cache.workOf(build.pid());
      cache.start().close();
      assertThat(cache.workOf(build.pid())).isEqualTo(work).hasSize(1);
      assertThat(server.isAlive()).isTrue();

      build.kill();
      server.onExit().get(LIMIT_SECONDS, SECONDS);
      assertThat(cache.workOf(build.pid())).isEqualTo(work).hasSize(1);
      cache.start().close();
      assertThat(cache.workOf(build.pid())).isEmpty();
    }
  }

  @Test
  void theNextStartEndsAServerThatLostItsKeeperTooOnTheSlimmestMachine() throws Exception {
    try (ChildJvm build = startBuild()) {
      ProcessHandle server = cache.postmasterOf(build.pid());
      ProcessHandle keeper = server.parent().orElseThrow();
      List<ProcessHandle> keepers = keeper.children().filter(each -> !each.equals(server)).toList();
      keepers.forEach(ProcessHandle::destroyForcibly);
      keeper.destroyForcibly();
      build.kill();
      assertThat(server.isAlive()).isTrue();

      Path programs = SlimMachine.in(cache.directory().resolve("bin"));
      Path otherName =
          Files.createSymbolicLink(cache.directory().resolve("link"), cache.directory());
      try (ChildJvm next =
          ChildJvm.of(StartsServer.class)
              .property("throwaway.postgres.cache", otherName)
              .variable("PATH", programs.toString())
              .start("SELECT 1")) {
        assertThat(next.exitCode()).as(next::said).isZero();
      }
      assertThat(server.isAlive()).isFalse();
      assertThat(cache.workOf(build.pid())).isEmpty();
    }
  }

  private ChildJvm startBuild() throws IOException {
    ChildJvm build =
        ChildJvm.of(HoldsServer.class)
            .property("throwaway.postgres", "embedded")
            .property("throwaway.postgres.cache", cache.directory())
            .start();
    build.await("ready");
    return build;
  }
}
