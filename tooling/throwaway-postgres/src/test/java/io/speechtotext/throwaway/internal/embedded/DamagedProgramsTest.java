package io.speechtotext.throwaway.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.internal.PostgresVersion;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Unpacked programs that are not whole are unpacked anew. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedProgramsTest {

  private final ServerUser user = ServerUser.detect();
  private final PostgresVersion version = PostgresVersion.ofBuild();
  private final Cache cache;
  private final Binaries binaries;

  DamagedProgramsTest(@TempDir(factory = ReachableDirectory.class) Path directory)
      throws IOException {
    cache = Cache.in(directory, user);
    binaries = Binaries.in(cache, user, version);
  }

  @Test
  void aProgramThatIsGone() throws IOException {
    Files.delete(Path.of(binaries.program("initdb")));
    theNextStartUnpacksThemAnew();
  }

  @Test
  @Tag("ci") // for its time
  void aLibraryThatIsCutShort() throws IOException {
    Path library = binaries.directory().resolve("lib/postgresql/plpgsql.so");
    try (FileChannel channel = FileChannel.open(library, StandardOpenOption.WRITE)) {
      channel.truncate(1000);
    }
    theNextStartUnpacksThemAnew();
  }

  @Test
  @Tag("ci") // for its time
  void noManifest() throws IOException {
    Files.delete(binaries.directory().resolveSibling("manifest"));
    theNextStartUnpacksThemAnew();
  }

  private void theNextStartUnpacksThemAnew() throws IOException {
    assertThat(Binaries.in(cache, user, version)).isEqualTo(binaries);
    assertThat(Manifest.of(binaries.directory()))
        .isEqualTo(Manifest.read(binaries.directory().resolveSibling("manifest")));
    assertThat(Commands.run(user.command(List.of(binaries.program("initdb"), "--version"))))
        .contains(version.version());
    assertThat(cache.directory().toFile().list()).hasSize(1);
  }
}
