package io.speechtotext.throwaway.internal.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerSocketsTest {

  @TempDir Path home;

  @Test
  void aDaemonIsLikelyWhereTheEnvironmentNamesOne() {
    assertThat(DockerSockets.isDaemonLikely(Map.of("DOCKER_HOST", "tcp://host:1"), home)).isTrue();
  }

  @Test
  void aDaemonIsLikelyWhereSomebodyListensOnAUsualSocket() throws IOException {
    Path socket = Files.createDirectories(home.resolve(".docker/run")).resolve("docker.sock");
    try (ServerSocketChannel daemon = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      daemon.bind(UnixDomainSocketAddress.of(socket));
      assertThat(DockerSockets.isDaemonLikely(Map.of(), home)).isTrue();
    }
  }

  @Test
  void testcontainersOwnFileNamesADaemonOnlyWhereAPersonWroteOneIntoIt() throws IOException {
    Path file = home.resolve(".testcontainers.properties");
    assertThat(DockerSockets.namesDaemon(file)).isFalse();
    Files.writeString(file, "docker.client.strategy=org.example.Strategy\n");
    assertThat(DockerSockets.namesDaemon(file)).isFalse();
    Files.writeString(file, "docker.host=tcp\\://host\\:1\n");
    assertThat(DockerSockets.namesDaemon(file)).isTrue();
    Files.writeString(file, "docker.host=\\u00zz\n");
    assertThat(DockerSockets.namesDaemon(file)).isFalse();
  }

  @Test
  void peopleAreToldWhereADaemonWasLookedFor() {
    assertThat(DockerSockets.places(Map.of("DOCKER_HOST", "tcp://host:1"), home))
        .startsWith("tcp://host:1, /var/run/docker.sock, ")
        .contains(home.resolve(".docker/run/docker.sock").toString());
  }
}
