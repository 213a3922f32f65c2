package io.speechtotext.throwaway.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.internal.Durability;
import io.speechtotext.throwaway.testing.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkAreaTest {

  @TempDir(factory = ReachableDirectory.class)
  Path directory;

  @Test
  void hasRoomForWhatFits() {
    assertThat(WorkArea.hasRoom(directory, 1)).isTrue();
    assertThat(WorkArea.hasRoom(directory, Long.MAX_VALUE)).isFalse();
  }

  @Test
  void hasNoRoomWhereThereIsNoSuchDirectoryOrNothingCanBeWritten() {
    assertThat(WorkArea.hasRoom(directory.resolve("none"), 1)).isFalse();
    assertThat(WorkArea.hasRoom(Path.of("/proc"), 1)).isFalse();
  }

  @Test
  void isOnDiskForAServerThatWritesThroughToDisk() {
    WorkArea disk = new WorkArea(directory);
    assertThat(WorkArea.forServers(disk, Durability.FULL)).isEqualTo(disk);
  }

  @Test
  @Tag("ci") // for 2 GiB of shared memory
  void isInMemoryForOthers() throws IOException, SQLException {
    TestCache cache = TestCache.warm(directory);
    try (EmbeddedServer server = cache.start()) {
      assertThat(Sql.value(server.adminDataSource(), "SHOW data_directory"))
          .startsWith("/dev/shm/throwaway-postgres-");
    }
  }
}
