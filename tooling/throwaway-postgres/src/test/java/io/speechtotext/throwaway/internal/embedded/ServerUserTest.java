package io.speechtotext.throwaway.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.testing.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL refuses to run as root, who runs builds all the same. */
class ServerUserTest {

  @TempDir(factory = ReachableDirectory.class)
  Path directory;

  @Test
  void isNeverRoot() throws IOException {
    ServerUser user = ServerUser.detect();
    assertThat(Commands.run(user.command(List.of("id", "-u"))).strip()).isNotEqualTo("0");
  }

  @Test
  @Tag("ci") // for root
  void isRootUnmappedWhereThatIsAllowed() throws IOException {
    assertThat(ServerUser.detect()).isEqualTo(ServerUser.unmapped());
  }

  @Test
  @Tag("ci") // for root
  void isAnotherAccountWhereThatIsNotAndOneCacheServesBoth() throws IOException, SQLException {
    assertThat(ownerOfDataUnder(ServerUser.unmapped())).isEqualTo("root");
    assertThat(ownerOfDataUnder(ServerUser.other())).isEqualTo("nobody");
    assertThat(ownerOfDataUnder(ServerUser.unmapped())).isEqualTo("root");
  }

  private String ownerOfDataUnder(ServerUser user) throws IOException, SQLException {
    TestCache cache = new TestCache(directory);
    try (EmbeddedServer server = cache.start(user)) {
      assertThat(Sql.value(server.adminDataSource(), "SELECT 1")).isEqualTo("1");
      Path data = Path.of(Sql.value(server.adminDataSource(), "SHOW data_directory"));
      return Files.getOwner(data).getName();
    }
  }
}
