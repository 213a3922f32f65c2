package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.migrator.snapshot.LineDiff;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(VersionTemplatesExtension.class)
class SnapshotsTest {

  private static final Path DIRECTORY = Path.of("src", "main", "resources", "db", "snapshot");

  private static final String REMEDY =
      "V%d.snapshot is not what the migrations make. Where it is right that it changes:"
          + " mvn test -pl schema -am -Dtest=SnapshotsTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dsnapshots.write\n";

  private final VersionTemplates templates;

  SnapshotsTest(VersionTemplates templates) {
    this.templates = templates;
  }

  @ParameterizedTest
  @MethodSource("adoptableVersions")
  void tellWhatTheMigrationsMake(int version) throws Exception {
    Path file = DIRECTORY.resolve("V" + version + ".snapshot");
    try (VersionedDatabase database = VersionedDatabase.at(version, templates)) {
      String made = database.snapshot().text();
      if (System.getProperty("snapshots.write") != null) {
        Files.writeString(file, made);
      }
      String committed = Files.exists(file) ? Files.readString(file) : "";
      assertThat(LineDiff.between(committed, made)).as(REMEDY, version).isEmpty();
    }
  }

  static List<Integer> adoptableVersions() throws IOException {
    Properties revisions = new Properties();
    try (Reader reader = Files.newBufferedReader(DIRECTORY.resolve("alembic.properties"))) {
      revisions.load(reader);
    }
    return revisions.values().stream().map(String::valueOf).map(Integer::valueOf).sorted().toList();
  }
}
