package io.speechtotext.prover.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.speechtotext.migrator.snapshot.LineDiff;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ThrowawayPostgresExtension.class)
class SchemaDocumentTest {

  private final Connection connection;

  SchemaDocumentTest(ThrowawayDatabase database) throws SQLException {
    connection = database.connect();
    connection.setAutoCommit(false);
  }

  @AfterEach
  void undo() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void tellsAllOfATableAndDrawsWhoRefersToWhom() throws Exception {
    assertThat(LineDiff.between(file("library.md"), documentOf("library.sql"))).isEmpty();
  }

  @Test
  void keepsStrangeNamesAndCommentsFromMeaningAnything() throws Exception {
    assertThat(LineDiff.between(file("strange.md"), documentOf("strange.sql"))).isEmpty();
  }

  @Test
  void addsWhatPeopleNoted() throws Exception {
    execute("CREATE TABLE shelf (id bigint)");

    String document =
        SchemaDocument.of(
            Catalog.of(connection),
            new Notes(Map.of("shelf", "Stands in the *east wing*.\n"), "## Remarks\n\nNone."));

    assertThat(document)
        .contains("\n## shelf\n\nStands in the *east wing*.\n\n| column |")
        .endsWith("|\n\n## Remarks\n\nNone.\n");
  }

  @Test
  void refusesANoteAboutATableThatIsNotThere() throws Exception {
    execute("CREATE TABLE shelf (id bigint)");
    Catalog catalog = Catalog.of(connection);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaDocument.of(catalog, new Notes(Map.of("shelves", "x"), "")))
        .withMessage(
            "There are notes about [shelves], but the tables are [shelf]."
                + " Next: rename or delete those notes.");
  }

  @Test
  void namesWhatHasNoComment() throws Exception {
    execute(
        """
        CREATE TABLE shelf (id bigint, place text, height real);
        COMMENT ON COLUMN shelf.id IS 'Number on its side.';
        COMMENT ON COLUMN shelf.height IS ' ';
        CREATE TABLE loan (day date) PARTITION BY RANGE (day);
        COMMENT ON TABLE loan IS 'Who has what.';
        COMMENT ON COLUMN loan.day IS 'When it began.';
        CREATE TABLE loan_2026 PARTITION OF loan FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
        CREATE TABLE flyway_schema_history (version text);
        """);

    assertThat(SchemaDocument.undocumented(Catalog.of(connection)))
        .containsExactly("shelf", "shelf.place", "shelf.height");
  }

  private String documentOf(String sql) throws SQLException, IOException {
    execute(file(sql));
    return SchemaDocument.of(Catalog.of(connection));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String file(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SchemaDocumentTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
