package io.speechtotext.throwaway.internal.docker;

import java.io.File;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether it is worth asking Testcontainers for a daemon, which takes a second to find none and
 * logs that as an error: something must say where one is, or somebody must listen where they use
 * to.
 */
final class DockerSockets {

  private DockerSockets() {}

  static boolean isDaemonLikely(Map<String, String> environment, Path home) {
    return environment.containsKey("DOCKER_HOST")
        || File.separatorChar == '\\'
        || Files.exists(home.resolve(".testcontainers.properties"))
        || usual(environment, home).anyMatch(DockerSockets::isListening);
  }

  private static Stream<Path> usual(Map<String, String> environment, Path home) {
    return Stream.of(
        Path.of("/var/run/docker.sock"),
        Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", "/run"), "docker.sock"),
        home.resolve(".docker/run/docker.sock"),
        home.resolve(".docker/desktop/docker.sock"));
  }

  private static boolean isListening(Path socket) {
    if (!Files.exists(socket)) {
      return false;
    }
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return channel.isConnected();
    } catch (IOException e) {
      return false; // nobody listens, or not to this user: the answer that was asked for
    }
  }
}
