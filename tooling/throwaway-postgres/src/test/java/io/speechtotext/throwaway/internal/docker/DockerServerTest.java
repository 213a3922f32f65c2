package io.speechtotext.throwaway.internal.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.Container;
import io.speechtotext.throwaway.internal.Durability;
import io.speechtotext.throwaway.internal.Owner;
import io.speechtotext.throwaway.internal.PostgresVersion;
import io.speechtotext.throwaway.testing.ChildJvm;
import io.speechtotext.throwaway.testing.HoldsServer;
import io.speechtotext.throwaway.testing.Sql;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

@Tag("ci") // for Docker
class DockerServerTest {

  @Test
  void answersAsTheVersionOfTheBuildAndIsSetUpAsEmbedded() throws Exception {
    try (DockerServer server = start(Durability.NONE)) {
      assertThat(setting(server, "server_version")).startsWith(PostgresVersion.ofBuild().version());
      assertThat(server.majorVersion()).isEqualTo(PostgresVersion.ofBuild().major());
      assertThat(setting(server, "fsync")).isEqualTo("off");
      assertThat(setting(server, "full_page_writes")).isEqualTo("off");
      assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(server, "lc_messages")).isEqualTo("C");
      assertThat(
              Sql.value(
                  server.adminDataSource(),
                  "SELECT concat_ws(' ', datcollate, datctype, pg_encoding_to_char(encoding))"
                      + " FROM pg_database WHERE datname = 'template1'"))
          .isEqualTo("C C UTF8");
      assertThat(server.jdbcUrl("postgres") + server.description())
          .doesNotContain(server.password());
    }
  }

  @Test
  void writesThroughToDiskWhenATestAboutCrashesAsksForIt() throws Exception {
    try (DockerServer server = start(Durability.FULL)) {
      assertThat(setting(server, "fsync")).isEqualTo("on");
    }
  }

  @Test
  void carriesItsOwnersNameAndIsGoneWhenClosed() throws Exception {
    // The server that other tests share may be one of them.
    List<String> before = ownContainers();
    try (DockerServer server = start(Durability.NONE)) {
      assertThat(server.description()).startsWith("Docker container ");
      assertThat(ownContainers()).hasSize(before.size() + 1).containsAll(before);
    }
    assertThat(ownContainers()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void isSweptByTheNextStartWhenItsBuildWasKilledButNotWhileItLives() throws Exception {
    try (ChildJvm build =
        ChildJvm.of(HoldsServer.class).property("throwaway.postgres", "docker").start()) {
      build.await("ready");
      start(Durability.NONE).close();
      assertThat(containersOfProcess(build.pid())).hasSize(1);
      build.kill();
      assertThat(containersOfProcess(build.pid())).hasSize(1);
      start(Durability.NONE).close();
      assertThat(containersOfProcess(build.pid())).isEmpty();
    }
  }

  @Test
  void isLookedForAtTheMirrorThatTestcontainersIsToldOf() throws IOException {
    try (ChildJvm build =
        ChildJvm.of(HoldsServer.class)
            .variable("TESTCONTAINERS_HUB_IMAGE_NAME_PREFIX", "localhost:1/mirror/")
            .property("throwaway.postgres", "docker")
            .start()) {
      assertThat(build.exitCode()).isEqualTo(1);
      assertThat(build.said())
          .contains("the image localhost:1/mirror/" + PostgresVersion.ofBuild().image());
    }
  }

  @Test
  void leavesNothingWhenTheContainerDoesNotStart() {
    List<String> before = ownContainers();
    PostgresVersion version = PostgresVersion.ofBuild();
    PostgresVersion older =
        new PostgresVersion(
            "17.0", version.image(), version.embeddedVersion(), version.embeddedPlatform());
    // An image of 18 refuses to have its data mounted where older ones have it.
    assertThatThrownBy(() -> DockerServer.start(older, Durability.NONE))
        .isInstanceOf(DockerUnavailableException.class)
        .hasMessageStartingWith("the container did not start, its log stands above: ");
    assertThat(ownContainers()).containsExactlyInAnyOrderElementsOf(before);
  }

  private static DockerServer start(Durability durability) throws DockerUnavailableException {
    return DockerServer.start(PostgresVersion.ofBuild(), durability);
  }

  private static String setting(DockerServer server, String name) throws SQLException {
    return Sql.value(server.adminDataSource(), "SHOW " + name);
  }

  private static List<Container> containersOfProcess(long pid) {
    return all().stream().filter(each -> ownerOf(each).contains("_" + pid + "_")).toList();
  }

  private static List<String> ownContainers() {
    return all().stream()
        .filter(each -> ownerOf(each).equals(Owner.self().token()))
        .map(Container::getId)
        .toList();
  }

  private static String ownerOf(Container container) {
    return container.getLabels().getOrDefault(DockerDaemon.OWNER_LABEL, "");
  }

  private static List<Container> all() {
    return DockerClientFactory.lazyClient().listContainersCmd().withShowAll(true).exec();
  }
}
