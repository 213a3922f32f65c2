package io.speechtotext.throwaway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.speechtotext.throwaway.internal.Durability;
import io.speechtotext.throwaway.internal.PostgresVersion;
import io.speechtotext.throwaway.internal.RunningServer;
import io.speechtotext.throwaway.testing.ChildJvm;
import io.speechtotext.throwaway.testing.ChildJvmBuilder;
import io.speechtotext.throwaway.testing.HoldsServer;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which rung is taken, and what is said of it. */
class LadderTest {

  private static final String NO_SUCH_IMAGE = "localhost:1/no-such-image:1";

  @Test
  void aRungThatIsNamedIsUsedAndSaidToBe() throws IOException {
    Ladder.Started started =
        Ladder.climb(new Choice.Embedded(), PostgresVersion.ofBuild(), Durability.NONE);
    try (RunningServer server = started.server()) {
      assertThat(server.description()).startsWith("embedded PostgreSQL ");
      assertThat(started.remark()).isEqualTo("as throwaway.postgres asks");
    }
  }

  @Test
  void aServerMayBeClosedWhileTheBuildIsEnding() throws IOException {
    try (ChildJvm build =
        ChildJvm.of(ClosedAtTheEnd.class).property("throwaway.postgres", "embedded").start()) {
      assertThat(build.exitCode()).isZero();
      assertThat(build.said()).doesNotContain("Exception");
    }
  }

  @Test
  @Tag("ci") // for Docker
  void autoIsDockerWhereThatAnswers() throws IOException {
    try (RunningServer server =
        Ladder.climb(new Choice.Auto(), PostgresVersion.ofBuild(), Durability.NONE).server()) {
      assertThat(server.description()).startsWith("Docker container ");
    }
  }

  @Test
  @Tag("ci") // for Docker
  void autoIsEmbeddedWhereTheImageCannotBeHadAndSaysSo() throws IOException {
    Ladder.Started started = Ladder.climb(new Choice.Auto(), withoutImage(), Durability.NONE);
    try (RunningServer server = started.server()) {
      assertThat(server.description()).startsWith("embedded PostgreSQL ");
      assertThat(started.remark())
          .startsWith("not Docker: the image " + NO_SUCH_IMAGE)
          .contains("cannot be pulled (", "connection refused");
    }
  }

  @Test
  @Tag("ci") // for Docker
  void dockerFailsWhereTheImageCannotBeHad() {
    assertThatThrownBy(() -> Ladder.climb(new Choice.Docker(), withoutImage(), Durability.NONE))
        .isInstanceOf(ThrowawayPostgresException.class)
        .hasMessageContainingAll(
            "The Docker rung", NO_SUCH_IMAGE, "connection refused", "Next: ", "docker info");
  }

  @Test
  @Tag("ci") // for root
  void autoIsEmbeddedWhereNoDaemonAnswersAndSaysSo() throws IOException {
    try (ChildJvm build = withoutDaemon().property("throwaway.postgres", "auto").start()) {
      build.await("ready");
      assertThat(build.said()).contains("embedded PostgreSQL ", "(not Docker: no Docker daemon");
      assertThat(build.endInput()).isZero();
    }
  }

  @Test
  @Tag("ci") // for root
  void dockerFailsWhereNoDaemonAnswers() throws IOException {
    try (ChildJvm build = withoutDaemon().property("throwaway.postgres", "docker").start()) {
      assertThat(build.exitCode()).isEqualTo(1);
      assertThat(build.said())
          .contains("The Docker rung was asked for and cannot be used: no Docker daemon")
          .contains("tcp://127.0.0.1:1, /var/run/docker.sock", "Next: try 'docker info'");
    }
  }

  // Testcontainers goes on to the usual sockets, which are hidden here.
  private static ChildJvmBuilder withoutDaemon() {
    return ChildJvm.of(HoldsServer.class)
        .variable("DOCKER_HOST", "tcp://127.0.0.1:1")
        .under("unshare", "--mount", "sh", "-c", "mount -t tmpfs none /run && exec \"$@\"", "sh");
  }

  private static PostgresVersion withoutImage() {
    PostgresVersion version = PostgresVersion.ofBuild();
    return new PostgresVersion(
        version.version(), NO_SUCH_IMAGE, version.embeddedVersion(), version.embeddedPlatform());
  }
}
