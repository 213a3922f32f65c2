package io.speechtotext.throwaway.internal.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.speechtotext.throwaway.internal.Durability;
import io.speechtotext.throwaway.internal.PostgresVersion;
import io.speechtotext.throwaway.testing.ChildJvm;
import io.speechtotext.throwaway.testing.ChildJvmBuilder;
import io.speechtotext.throwaway.testing.HoldsServer;
import io.speechtotext.throwaway.testing.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A build that ends, well or not, leaves nothing behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndedOwnerTest {

  private final TestCache cache;

  EndedOwnerTest(@TempDir(factory = ReachableDirectory.class) Path directory) throws IOException {
    cache = TestCache.warm(directory);
  }

  @Test
  void whenItEndsWithoutClosingTheServer() throws Exception {
    try (ChildJvm build = startBuild(child())) {
      ProcessHandle server = cache.postmasterOf(build.pid());
      assertThat(build.endInput()).isZero();
      server.onExit().get(60, SECONDS);
      assertThat(cache.workOf(build.pid())).isEmpty();
    }
  }

  @Test
  void whenItIsToldToEnd() throws Exception {
    try (ChildJvm build = startBuild(child())) {
      ProcessHandle server = cache.postmasterOf(build.pid());
      assertThat(build.terminate()).isEqualTo(128 + 15);
      server.onExit().get(60, SECONDS);
      assertThat(cache.workOf(build.pid())).isEmpty();
    }
  }

  @Test
  @Tag("ci") // for setsid, which only Linux has
  void whenItIsToldToEndWithAllItsProcessesAsByATerminal() throws Exception {
    try (ChildJvm build = startBuild(child().under("setsid"))) {
      ProcessHandle server = cache.postmasterOf(build.pid());
      Commands.run(List.of("sh", "-c", "kill -TERM -" + build.pid()));
      assertThat(build.exitCode()).isEqualTo(128 + 15);
      server.onExit().get(60, SECONDS);
      assertThat(cache.workOf(build.pid())).isEmpty();
    }
  }

  @Test
  void whenItFails() throws Exception {
    List<Path> before = cache.ownWork();
    assertThatThrownBy(this::failingBuild).hasMessageContaining("division by zero");
    assertThat(cache.ownWork()).isEqualTo(before);
  }

  @Test
  void whenItIsInterrupted() throws Exception {
    List<Path> before = cache.ownWork();
    EmbeddedServer server = cache.start();
    Thread.currentThread().interrupt();
    server.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThatThrownBy(server.adminDataSource()::getConnection).isInstanceOf(SQLException.class);
    assertThat(cache.ownWork()).isEqualTo(before);
  }

  @Test
  @Timeout(15) // Postmaster would wait for 20 s before it uses force
  void whenTheServerIsOnlyJustStarting() throws IOException {
    Prepared prepared =
        Prepared.in(
            cache.directory(), ServerUser.detect(), PostgresVersion.ofBuild(), Durability.NONE);
    prepared.start(FreePort.find(), Durability.NONE).close();
    Trees.delete(prepared.work());
    assertThat(prepared.work()).doesNotExist();
  }

  private void failingBuild() throws IOException, SQLException {
    try (EmbeddedServer server = cache.start()) {
      Sql.execute(server.adminDataSource(), "SELECT 1 / 0");
    }
  }

  private ChildJvmBuilder child() {
    return ChildJvm.of(HoldsServer.class)
        .property("throwaway.postgres", "embedded")
        .property("throwaway.postgres.cache", cache.directory());
  }

  private static ChildJvm startBuild(ChildJvmBuilder child) throws IOException {
    ChildJvm build = child.start();
    build.await("ready");
    return build;
  }
}
