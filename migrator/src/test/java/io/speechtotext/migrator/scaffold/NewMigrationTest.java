package io.speechtotext.migrator.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.speechtotext.migrator.InvalidMigrationsException;
import io.speechtotext.migrator.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewMigrationTest {

  @TempDir Path directory;

  @Test
  void beginsAPairThatIsReadAsTheNextVersion() throws IOException {
    NewMigration.in(directory, "make it");
    assertThat(NewMigration.in(directory, "add speaker labels"))
        .containsExactly(
            directory.resolve("V2__add_speaker_labels.sql"),
            directory.resolve("U2__add_speaker_labels.sql"))
        .allSatisfy(
            file ->
                assertThat(file).content().startsWith("-- TODO ").contains("(add speaker labels)"));
    assertThat(Migrations.inDirectory(directory).latest()).hasToString("2");
  }

  @Test
  void goesOnFromTheHighestVersionWhateverItsForm() throws IOException {
    Files.writeString(directory.resolve("V9__a.sql"), "");
    Files.writeString(directory.resolve("U9__a.sql"), "");
    Files.writeString(directory.resolve("V10.2__b.sql"), "");
    Files.writeString(directory.resolve("U10.2__b.sql"), "");
    assertThat(NewMigration.in(directory, "c")).contains(directory.resolve("V11__c.sql"));
  }

  @ParameterizedTest
  @CsvSource({
    "Add: a 'column'!, V1__add_a_column.sql",
    "  İki  çizgi -- , V1__iki_cizgi.sql",
    "a/../b, V1__a_b.sql"
  })
  void makesAPlainFileName(String description, String name) throws IOException {
    assertThat(NewMigration.in(directory, description)).contains(directory.resolve(name));
  }

  @Test
  void asksForWordsThatMakeAFileName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NewMigration.in(directory, "…"))
        .withMessageContaining("'…' makes no file name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NewMigration.in(directory, "word ".repeat(40)));
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void refusesADirectoryThatIsBrokenOrNotThere() throws IOException {
    assertThatExceptionOfType(NotDirectoryException.class)
        .isThrownBy(() -> NewMigration.in(directory.resolve("none"), "a"));
    Files.writeString(directory.resolve("V1__lonely.sql"), "");
    assertThatExceptionOfType(InvalidMigrationsException.class)
        .isThrownBy(() -> NewMigration.in(directory, "a"));
    assertThat(directory.resolve("V2__a.sql")).doesNotExist();
  }

  @Test
  void leavesNothingBehindWhenTheUndoCannotBeWritten() throws IOException {
    NewMigration.in(directory, "a");
    Files.createDirectory(directory.resolve("U2__b.sql"));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> NewMigration.in(directory, "b"));
    assertThat(directory.resolve("V2__b.sql")).doesNotExist();
  }
}
