package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationsTest {

  @TempDir Path path;
  private Directory directory = new Directory(Path.of(""));

  @BeforeEach
  void openDirectory() {
    directory = new Directory(path);
  }

  @Test
  void areOrderedByNumberNotByName() throws IOException {
    directory.pair("10", "tenth", "").pair("9", "ninth", "").pair("9_1", "after_ninth", "");
    assertThat(directory.read().list())
        .extracting(migration -> migration.version() + " " + migration.description())
        .containsExactly("9 ninth", "9.1 after ninth", "10 tenth");
  }

  @Test
  void carryTheConfigurationBesideAScript() throws IOException {
    directory.pair("1", "a", "").file("V1__a.sql.conf", "executeInTransaction=false");
    assertThat(directory.read().list().get(0).up().configuration())
        .isEqualTo("executeInTransaction=false");
  }

  @Test
  void allowASafetyFileBesideAScriptAndAReadme() throws IOException {
    directory.pair("1", "a", "").file("V1__a.safety", "").file("README.md", "");
    assertThat(directory.read().list()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "v7__x.sql, the prefix is a capital letter; rename it to V7__x.sql",
    "u7__x.sql, the prefix is a capital letter; rename it to U7__x.sql",
    "V7_x.sql, two underscores stand between version and description",
    "V__x.sql, the version is missing",
    "V7__x.SQL, it would never be run",
    "7__x.sql, it would never be run",
    "afterMigrate.sql, it would never be run",
    "R__x.sql, repeatable migrations have no undo",
    "B7__x.sql, baseline migrations have no undo",
    "V7__X.java, Java migrations have no undo",
    "V7__X.class, Java migrations have no undo",
    "V9__x.sql.conf, 'it belongs to V9__x.sql, which is missing'",
    "V9__x.safety, 'it belongs to V9__x.sql, which is missing'",
  })
  void refuseANameThatWouldNeverBeRunOrNeverBeUndone(String name, String reason)
      throws IOException {
    directory.pair("1", "a", "").file(name, "SELECT 1;");
    assertThat(problems()).singleElement().asString().startsWith(name + ": ").contains(reason);
  }

  @Test
  void refuseTwoFilesOfOneVersionHoweverItIsWritten() throws IOException {
    directory.pair("1", "a", "").file("V01.0__b.sql", "");
    assertThat(problems())
        .singleElement()
        .asString()
        .isEqualTo(
            "V1__a.sql: V01.0__b.sql has version 1 too; give one of them the next free version");
  }

  @Test
  void refuseAMigrationWithoutUndoAndAnUndoWithoutMigration() throws IOException {
    directory.file("V1__a.sql", "").file("U2__b.sql", "");
    assertThat(problems())
        .containsExactlyInAnyOrder(
            "V1__a.sql: it has no undo; write U1__a.sql",
            "U2__b.sql: it undoes nothing; write its V2__b.sql");
  }

  @Test
  void refuseADirectoryThatIsMissingOrEmpty() {
    assertThat(problems()).singleElement().asString().contains("there is no migration here");
    directory = new Directory(path.resolve("missing"));
    assertThat(problems()).singleElement().asString().contains("there is no such directory");
  }

  @Test
  void refuseAFileThatIsNotUtf8() throws IOException {
    directory.pair("1", "a", "");
    Files.write(path.resolve("V1__a.sql"), new byte[] {'-', '-', (byte) 0xE9, '\n'});
    assertThat(problems()).containsExactly("V1__a.sql: it is not UTF-8; save it as UTF-8");
  }

  private List<String> problems() {
    return catchThrowableOfType(InvalidMigrationsException.class, directory::read).problems();
  }
}
