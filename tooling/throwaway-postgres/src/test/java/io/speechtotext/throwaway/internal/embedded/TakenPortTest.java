package io.speechtotext.throwaway.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.speechtotext.throwaway.internal.Durability;
import io.speechtotext.throwaway.testing.Sql;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Between its choice and its use, a port can be taken by anybody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TakenPortTest {

  private final TestCache cache;

  TakenPortTest(@TempDir(factory = ReachableDirectory.class) Path directory) throws IOException {
    cache = TestCache.warm(directory);
  }

  @Test
  void anotherPortIsUsedWhenSomebodyListensWhoNeverAnswers() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        EmbeddedServer server = startOn(mute.getLocalPort(), FreePort.find())) {
      assertThat(Sql.value(server.adminDataSource(), "SELECT 1")).isEqualTo("1");
      assertThat(portOf(server)).isNotEqualTo(mute.getLocalPort());
    }
  }

  @Test
  void anotherPortIsUsedWhenAnotherBuildsServerHasItWhichKnowsTheSamePassword() throws Exception {
    try (EmbeddedServer first = cache.start();
        EmbeddedServer second = startOn(portOf(first), FreePort.find())) {
      assertThat(portOf(second)).isNotEqualTo(portOf(first));
      String ownDirectory = "SHOW data_directory";
      assertThat(Sql.value(second.adminDataSource(), ownDirectory))
          .isNotEqualTo(Sql.value(first.adminDataSource(), ownDirectory));
    }
  }

  @Test
  void thereIsAnEndToTryingAndNothingIsLeft() throws Exception {
    List<Path> before = cache.ownWork();
    try (ServerSocket taken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () -> cache.start(ServerUser.detect(), Durability.NONE, taken::getLocalPort))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Address already in use");
    }
    assertThat(cache.ownWork()).isEqualTo(before);
  }

  private EmbeddedServer startOn(Integer... ports) throws IOException {
    Iterator<Integer> next = List.of(ports).iterator();
    IntSupplier supplier = next::next;
    return cache.start(ServerUser.detect(), Durability.NONE, supplier);
  }

  private static int portOf(EmbeddedServer server) {
    return URI.create(server.jdbcUrl("postgres").substring("jdbc:".length())).getPort();
  }
}
