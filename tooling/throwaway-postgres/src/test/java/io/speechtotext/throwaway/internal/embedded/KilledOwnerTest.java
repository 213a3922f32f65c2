package io.speechtotext.throwaway.internal.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.testing.ChildJvm;
import io.speechtotext.throwaway.testing.ChildJvmBuilder;
import io.speechtotext.throwaway.testing.HoldsServer;
import java.io.IOException;
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
      ProcessHandle server = cache.postmaster();
      Path work = cache.work();
      cache.start().close();
      assertThat(cache.leftovers()).containsExactly(work);
      assertThat(server.isAlive()).isTrue();

      build.kill();
      server.onExit().get(LIMIT_SECONDS, SECONDS);
      assertThat(cache.leftovers()).containsExactly(work);
      theNextStartLeavesNothing();
    }
  }

  @Test
  void theNextStartEndsAServerThatLostItsKeeperTooOnTheSlimmestMachine() throws Exception {
    try (ChildJvm build = startBuild()) {
      ProcessHandle server = cache.postmaster();
      ProcessHandle keeper = server.parent().orElseThrow();
      List<ProcessHandle> keepers = keeper.children().filter(each -> !each.equals(server)).toList();
      keepers.forEach(ProcessHandle::destroyForcibly);
      keeper.destroyForcibly();
      build.kill();
      assertThat(server.isAlive()).isTrue();

      Path programs = SlimMachine.in(cache.directory().resolve("bin"));
      try (ChildJvm next =
          child(StartsServer.class).variable("PATH", programs.toString()).start("SELECT 1")) {
        assertThat(next.exitCode()).as(next::said).isZero();
      }
      server.onExit().get(LIMIT_SECONDS, SECONDS);
      assertThat(cache.leftovers()).isEmpty();
    }
  }

  @Test
  void aServerThatWasOnlyJustStartingEndsToo() throws Exception {
    try (ChildJvm build = ChildJvm.of(DiesStarting.class).start(cache.directory().toString())) {
      ProcessHandle keeper = ProcessHandle.of(Long.parseLong(build.await("keeper"))).orElseThrow();
      build.exitCode();
      keeper.onExit().get(LIMIT_SECONDS, SECONDS);
    }
    theNextStartLeavesNothing();
  }

  private ChildJvm startBuild() throws IOException {
    ChildJvm build = child(HoldsServer.class).property("throwaway.postgres", "embedded").start();
    build.await("ready");
    return build;
  }

  private ChildJvmBuilder child(Class<?> main) {
    return ChildJvm.of(main).property("throwaway.postgres.cache", cache.directory());
  }

  private void theNextStartLeavesNothing() throws IOException {
    cache.start().close();
    assertThat(cache.leftovers()).isEmpty();
  }
}
