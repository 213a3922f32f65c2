package io.speechtotext.prover.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.speechtotext.migrator.Script;
import io.speechtotext.prover.finding.Finding;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationFilesTest {

  @TempDir Path directory;

  @Test
  void readsFlywaysNamesInDirectoriesBelow() throws IOException {
    write("V2__b.sql", "two");
    write("V10__c_d.sql", "ten");
    write("2024/V1__a.sql", "one");
    write("2024/U1__a.sql", "back");
    write("V2__b.sql.conf", "executeInTransaction=false");
    write("V2__b.safety", "# none");
    write("README.md", "");

    List<ProvableMigration> migrations = read().migrations();

    assertThat(migrations)
        .extracting(ProvableMigration::version)
        .containsExactly("V1", "V2", "V10");
    assertThat(migrations.get(0).up()).isEqualTo(new Script("V1__a.sql", "one", null));
    assertThat(migrations.get(0).undo()).isEqualTo(new Script("U1__a.sql", "back", null));
    assertThat(migrations.get(1).up().configuration()).isEqualTo("executeInTransaction=false");
    assertThat(migrations.get(1).safety()).isEqualTo(new Script("V2__b.safety", "# none", null));
    assertThat(migrations.get(2).description()).isEqualTo("c d");
  }

  @Test
  void readsADirectoryForEachMigration() throws IOException {
    write("2023-01-31-120000_users/up.sql", "one");
    write("2023-01-31-120000_users/down.sql", "back");
    write("2023-01-31-120000_users/up.safety", "# none");
    write("2023-02-01-000000_index/up.sql", "two");
    write("2023-02-01-000000_index/down.sql", "back");
    write("2023-02-01-000000_index/metadata.toml", "run_in_transaction = false\n");

    List<ProvableMigration> migrations = read().migrations();

    ProvableMigration users = migrations.get(0);
    assertThat(users.version()).isEqualTo("V20230131120000");
    assertThat(users.up().name()).isEqualTo("2023-01-31-120000_users/up.sql");
    assertThat(users.safety()).isNotNull();
    assertThat(users.up().configuration()).doesNotContain("executeInTransaction");
    assertThat(migrations.get(1).up().configuration()).contains("executeInTransaction=false");
  }

  @Test
  void readsSuffixes() throws IOException {
    write("000002_second.up.sql", "two");
    write("000002_second.down.sql", "back");
    write("000010_tenth_of_all.up.sql", "-- no-transaction\nten");
    write("000002_second.safety", "# none");
    write("000010_tenth_of_all.down.sql", "back");

    MigrationSet set = read();

    assertThat(set.findings()).isEmpty();
    assertThat(set.migrations())
        .extracting(ProvableMigration::version, ProvableMigration::description)
        .containsExactly(tuple("V2", "second"), tuple("V10", "tenth of all"));
    assertThat(set.migrations().get(0).safety()).isNotNull();
    assertThat(set.migrations().get(1).up().configuration()).contains("executeInTransaction=false");
  }

  @Test
  void refusesTwoLayoutsAtOnce() throws IOException {
    write("V1__a.sql", "one");
    write("2_b.up.sql", "two");

    assertThatThrownBy(this::read)
        .isInstanceOf(InvalidDirectoryException.class)
        .hasMessageContainingAll("more than one layout", "V1__a.sql, 2_b.up.sql", "Next: ");
  }

  @Test
  void refusesADirectoryWithoutMigrations() throws IOException {
    write("notes.sql", "SELECT 1");
    write(".hidden/V1__a.sql", "one");

    assertThatThrownBy(this::read)
        .isInstanceOf(InvalidDirectoryException.class)
        .hasMessageContainingAll("holds no migration", "up.sql", "Next: ");
  }

  @Test
  void refusesWhatIsNoDirectory() {
    assertThatThrownBy(() -> MigrationFiles.read(directory.resolve("nothing")))
        .isInstanceOf(InvalidDirectoryException.class)
        .hasMessageContainingAll("nothing is no directory", "Next: ");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-16LE, iconv -f UTF-16LE",
    "UTF-16BE, iconv -f UTF-16BE",
    "UTF-16, UTF-16",
    "ISO-8859-1, Latin-1",
    "windows-1252, Windows-1252"
  })
  void namesTheEncodingThatItCannotRead(String charset, String expected) throws IOException {
    write("V1__a.sql", "SELECT 1;");
    write("U1__a.sql", "SELECT 1;");
    write(
        "V2__b.sql",
        "SELECT 1;\n-- “café”\n".replaceAll(isLatin(charset) ? "[“”]" : "x", ""),
        charset);
    write("U2__b.sql", "SELECT 1;");

    MigrationSet set = read();

    Finding finding = set.findings().get(0);
    assertThat(finding.title()).isEqualTo("V2: not-proven on V2__b.sql");
    assertThat(finding.detail()).contains(expected, "Next: iconv");
    assertThat(set.findings()).hasSize(1);
    assertThat(set.isRunnable(set.migrations().get(0).up())).isTrue();
    assertThat(set.isRunnable(set.migrations().get(1).up())).isFalse();
  }

  private static boolean isLatin(String charset) {
    return charset.equals("ISO-8859-1");
  }

  @Test
  void namesTheLineOfTheFirstByteThatIsNoUtf8() throws IOException {
    write("V1__a.sql", "SELECT 1;\nSELECT 'é';\n", "ISO-8859-1");
    write("U1__a.sql", "SELECT 1;");

    assertThat(read().findings().get(0).line()).isEqualTo(2);
  }

  @Test
  void readsUtf8WithAByteOrderMark() throws IOException {
    write("V1__a.sql", "\ufeffSELECT 'é';");
    write("U1__a.sql", "SELECT 1;");

    MigrationSet set = read();

    assertThat(set.findings()).isEmpty();
    assertThat(set.migrations().get(0).up().sql()).isEqualTo("SELECT 'é';");
  }

  @Test
  void namesCommandsOfPsqlWithTheirLines() throws IOException {
    write("V1__a.sql", "SELECT 1;\n\\copy t FROM 'x'\nSELECT 'SELECT 2' \\gexec\n");
    write("U1__a.sql", "\\i other.sql\n");

    assertThat(read().findings())
        .extracting(Finding::script, Finding::line, Finding::detail)
        .satisfiesExactlyInAnyOrder(
            up ->
                assertThat(up.toList().toString())
                    .contains("V1__a.sql, 2", "\\copy (line 2)", "\\gexec (line 3)"),
            undo -> assertThat(undo.toList().toString()).contains("U1__a.sql, 1", "\\i (line 1)"));
  }

  private MigrationSet read() {
    return MigrationFiles.read(directory);
  }

  private void write(String path, String text) throws IOException {
    write(path, text, StandardCharsets.UTF_8.name());
  }

  private void write(String path, String text, String charset) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(Charset.forName(charset)));
  }
}
