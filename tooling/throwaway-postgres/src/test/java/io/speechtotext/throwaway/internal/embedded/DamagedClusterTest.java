package io.speechtotext.throwaway.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.testing.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An initialised data directory that is not what it was is made anew, whatever befell it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedClusterTest {

  private final TestCache cache;

  DamagedClusterTest(@TempDir(factory = ReachableDirectory.class) Path directory)
      throws IOException {
    cache = TestCache.withPrograms(directory);
    cache.start().close();
  }

  @Test
  void aFlippedByteInACatalog() throws Exception {
    Path catalog = cache.cluster().resolve("data/global/1260");
    byte[] content = Files.readAllBytes(catalog);
    content[content.length / 2] ^= 1;
    Files.write(catalog, content);
    theNextStartMakesItAnew();
  }

  @Test
  @Tag("ci") // for its time
  void aFileThatIsCutShort() throws Exception {
    Files.write(cache.cluster().resolve("data/base/1/PG_VERSION"), new byte[0]);
    theNextStartMakesItAnew();
  }

  @Test
  @Tag("ci") // for its time
  void aFileThatIsGone() throws Exception {
    Files.delete(cache.cluster().resolve("data/global/pg_control"));
    theNextStartMakesItAnew();
  }

  @Test
  @Tag("ci") // for its time
  void anotherPassword() throws Exception {
    Files.writeString(cache.cluster().resolve("data/throwaway.password"), "something else");
    theNextStartMakesItAnew();
  }

  @Test
  void noManifest() throws Exception {
    Files.delete(manifest());
    theNextStartMakesItAnew();
  }

  @Test
  @Tag("ci") // for its time
  void aManifestThatIsCutShort() throws Exception {
    String whole = Files.readString(manifest());
    Files.writeString(manifest(), whole.substring(0, whole.length() / 2));
    theNextStartMakesItAnew();
  }

  @Test
  @Tag("ci") // for its time
  void aFileInItsPlace() throws Exception {
    Path cluster = cache.cluster();
    Trees.delete(cluster);
    Files.writeString(cluster, "in the way");
    theNextStartMakesItAnew();
  }

  private Path manifest() throws IOException {
    return cache.cluster().resolve("manifest");
  }

  private void theNextStartMakesItAnew() throws Exception {
    try (EmbeddedServer server = cache.start()) {
      assertThat(Sql.value(server.adminDataSource(), "SELECT 1")).isEqualTo("1");
    }
    Path data = cache.cluster().resolve("data");
    assertThat(Manifest.of(data)).isEqualTo(Manifest.read(manifest()));
    assertThat(cache.directory().toFile().list()).hasSize(2);
  }
}
