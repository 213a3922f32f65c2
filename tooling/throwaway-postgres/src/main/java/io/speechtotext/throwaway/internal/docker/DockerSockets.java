package io.speechtotext.throwaway.internal.docker;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
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
        || namesDaemon(home.resolve(".testcontainers.properties"))
        || usual(environment, home).anyMatch(DockerSockets::isListening);
  }

  /** For people: where a daemon was looked for. */
  static String places(Map<String, String> environment, Path home) {
    String named = environment.getOrDefault("DOCKER_HOST", "");
    Stream<String> sockets = usual(environment, home).map(Path::toString);
    return Stream.concat(Stream.of(named).filter(host -> !host.isEmpty()), sockets)
        .collect(Collectors.joining(", "));
  }

  // That the file is there says nothing: Testcontainers writes it when it has found a daemon.
  static boolean namesDaemon(Path file) {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      return false; // none, or none that Testcontainers could read
    }
    return properties.containsKey("docker.host") || properties.containsKey("tc.host");
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
