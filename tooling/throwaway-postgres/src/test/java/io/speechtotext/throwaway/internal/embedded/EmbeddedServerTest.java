package io.speechtotext.throwaway.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.speechtotext.throwaway.internal.Durability;
import io.speechtotext.throwaway.internal.PostgresVersion;
import io.speechtotext.throwaway.testing.Sql;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What an embedded server is like once it runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedServerTest {

  private final TestCache cache;
  private final EmbeddedServer server;

  EmbeddedServerTest(@TempDir(factory = ReachableDirectory.class) Path directory)
      throws IOException {
    cache = TestCache.warm(directory);
    server = cache.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void writesNothingThroughToDiskButCommitsAsInProduction() throws SQLException {
    assertThat(setting(server, "fsync")).isEqualTo("off");
    assertThat(setting(server, "full_page_writes")).isEqualTo("off");
    assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
  }

  @Test
  void writesThroughToDiskWhenATestAboutCrashesAsksForIt() throws Exception {
    try (EmbeddedServer durable =
        cache.start(ServerUser.detect(), Durability.FULL, FreePort::find)) {
      assertThat(setting(durable, "fsync")).isEqualTo("on");
      assertThat(setting(durable, "full_page_writes")).isEqualTo("on");
      assertThat(setting(durable, "synchronous_commit")).isEqualTo("on");
    }
  }

  @Test
  void isOfThePostgresVersionThatTheBuildNames() throws SQLException {
    assertThat(setting(server, "server_version")).isEqualTo(PostgresVersion.ofBuild().version());
    assertThat(server.majorVersion()).isEqualTo(PostgresVersion.ofBuild().major());
  }

  @Test
  void listensOnLoopbackAloneAndOnNoSocketFile() throws Exception {
    assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(setting(server, "unix_socket_directories")).isEmpty();
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    int port = URI.create(server.jdbcUrl("postgres").substring("jdbc:".length())).getPort();
    for (InetAddress other : others) {
      // Refused; or unreachable, for other programs' interfaces come and go.
      assertThatThrownBy(() -> new Socket(other, port)).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void asksForItsPasswordAndNamesItNowhere() {
    String url = server.jdbcUrl("postgres");
    assertThat(url + server.description()).doesNotContain(server.password());
    assertThat(server.password()).hasSize(32);
    assertThatThrownBy(() -> java.sql.DriverManager.getConnection(url, server.user(), "wrong"))
        .hasMessageContaining("password authentication failed");
  }

  private static String setting(EmbeddedServer server, String name) throws SQLException {
    return Sql.value(server.adminDataSource(), "SHOW " + name);
  }
}
