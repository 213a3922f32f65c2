package io.speechtotext.migrator.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTextTest {

  private static final String HEADING = "# Snapshot of a PostgreSQL schema, format 1\n";

  @Test
  void isOrderedByByteHoweverItWasRead() {
    String b = "\ntable b\n  column a: text\n  column é: text\n";
    String others = "\ntable a\n\nextension x\n";
    assertThat(Snapshot.parse(HEADING + b + others).text())
        .isEqualTo(HEADING + "\nextension x\n\ntable a\n" + b);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "CREATE TABLE jobs ();\n",
        "# Snapshot of a PostgreSQL schema, format 2\n",
      })
  void refusesAnotherFormat(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Snapshot.parse(text))
        .withMessage(
            "This is no snapshot of a schema: line 1: the text should begin with"
                + " '# Snapshot of a PostgreSQL schema, format 1'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Table jobs", "table-of:x", "<<<<<<< HEAD"})
  void namesTheLineThatItDoesNotUnderstand(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Snapshot.parse(HEADING + "\ntable jobs\n  " + line + "\n"))
        .withMessage(
            "This is no snapshot of a schema: line 4: expected a kind, a name and a text, but found '"
                + line
                + "'");
  }

  @Test
  void showsWhatChangedWithThreeLinesAroundIt() {
    assertThat(LineDiff.between("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"))
        .isEqualTo("@@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
    assertThat(LineDiff.between("a\n", "a\n")).isEmpty();
    assertThat(LineDiff.between("", "a\n")).isEqualTo("+a\n \n");
  }
}
