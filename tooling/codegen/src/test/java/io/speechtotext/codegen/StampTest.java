package io.speechtotext.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgresException;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jooq.Constants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ThrowawayPostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class StampTest {

  private static final String UNENDED = "the last generation did not end, or its stamp is gone";

  private final Project fresh;
  private Project project;

  StampTest(ThrowawayDatabase database, @TempDir Path directory) throws Exception {
    fresh = Project.in(directory, database).migration("1", "CREATE TABLE jobs (id int);");
    fresh.generate();
    project = fresh;
  }

  @BeforeEach
  void copyTheFreshProject(@TempDir Path directory) throws IOException {
    project = fresh.copiedTo(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jOOQ", "the migration library", "the JDBC driver", "PostgreSQL"})
  void holdsTheVersionOf(String what) throws Exception {
    String version = valueOf(what);
    edit("input\t" + what + "\t" + version, "input\t" + what + "\t0.9");
    assertThat(project.generate().reason()).isEqualTo(what + " changed from 0.9 to " + version);
    assertFresh();
  }

  @Test
  void holdsTheVersionOfTheLibraryThatRunsNotOfTheOneThatWasCompiledAgainst() throws IOException {
    String compiled =
        new String(
            Inputs.class.getResourceAsStream("Inputs.class").readAllBytes(),
            StandardCharsets.ISO_8859_1);
    assertThat(valueOf("jOOQ")).isEqualTo(Constants.FULL_VERSION);
    assertThat(compiled).doesNotContain(Constants.FULL_VERSION);
    assertThat(compiled).doesNotContain(valueOf("the JDBC driver"));
  }

  @Test
  void holdsTheGeneratorsOwnCode() throws Exception {
    edit(valueOf("the generator's own code"), "0".repeat(64));
    assertThat(project.generate().reason()).isEqualTo("the generator's own code changed");
    assertFresh();
  }

  @Test
  void isMissedWhenDeleted() throws Exception {
    Files.delete(project.stamp());
    assertThat(project.generate().reason()).isEqualTo(UNENDED);
    assertFresh();
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "500", "-70", "-1"})
  void countsForNothingWhenTruncated(int length) throws Exception {
    byte[] stamp = Files.readAllBytes(project.stamp());
    int end = length < 0 ? stamp.length + length : length;
    Files.write(project.stamp(), Arrays.copyOf(stamp, end));
    assertNeedsAServer();
  }

  @ParameterizedTest
  @ValueSource(strings = {"input\tjOOQ", "no such line", "\t\t\t", "\n", "\\", "é"})
  void countsForNothingWhenSomethingIsAddedToIt(String line) throws Exception {
    Files.writeString(project.stamp(), Files.readString(project.stamp()) + line);
    assertNeedsAServer();
  }

  @Test
  void countsForNothingWhenItIsNoText() throws Exception {
    byte[] stamp = Files.readAllBytes(project.stamp());
    stamp[stamp.length / 2] = (byte) 0xff;
    Files.write(project.stamp(), stamp);
    assertNeedsAServer();
  }

  @Test
  void mayHoldNamesAndValuesWithTabsAndLineBreaks() throws Exception {
    project
        .migration("2", "SELECT 1;")
        .write("V3__a\tb.sql", "SELECT 1;")
        .write("U3__a\tb.sql", "");
    project.configured(
        configuration -> configuration.getGenerator().getGenerate().setIndentation("\t"));
    project.generate();
    assertFresh();
    Files.writeString(project.output().resolve("odd\nname\t.txt"), "");
    project.generate();
    assertFresh();
  }

  private String valueOf(String name) throws IOException {
    String start = "input\t" + name + "\t";
    return Files.readString(project.stamp())
        .lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElseThrow();
  }

  private void edit(String text, String replacement) throws IOException {
    String before = Files.readString(project.stamp());
    assertThat(before).contains(text);
    Files.writeString(project.stamp(), before.replace(text, replacement));
  }

  private void assertNeedsAServer() {
    assertThatExceptionOfType(ThrowawayPostgresException.class)
        .isThrownBy(project::generateWithoutServer);
  }

  private void assertFresh() throws Exception {
    assertThat(project.generateWithoutServer().reason()).isEqualTo(Outcome.UP_TO_DATE);
  }
}
