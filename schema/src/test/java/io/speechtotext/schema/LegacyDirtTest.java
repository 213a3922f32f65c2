package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.speechtotext.migrator.DataLoss;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An adopted database that holds the old service's known dirt, on its way through all versions. */
@ExtendWith(VersionTemplatesExtension.class)
class LegacyDirtTest {

  private static final int ADOPTED = 6;

  // Some batches of each table: 1,000 rows are one.
  private static final int COPIES = 75;
  private static final int IN_THE_LAST_BATCH = 7_404;

  private static final NavigableMap<Integer, String> REPAIRS =
      new TreeMap<>(Map.of(23, "api_keys", 26, "lexicon_terms", 29, "jobs", 32, "feedback"));

  private final VersionTemplates templates;

  LegacyDirtTest(VersionTemplates templates) {
    this.templates = templates;
  }

  @Test
  void goesUpAndEachUndoRestoresTheVeryRows() throws SQLException {
    LegacyDirt dirt = LegacyDirt.adoptedWithCopies(COPIES, templates);
    try (VersionedDatabase database = dirt.database()) {
      Map<Integer, List<String>> before = new HashMap<>();
      for (int version : versions()) {
        before.put(version, dirt.rows());
        database.migrateTo(version);
      }
      List<String> clean = dirt.rows();

      for (int i = versions().size() - 1; i >= 0; i--) {
        int version = versions().get(i);
        down(database, i == 0 ? ADOPTED : versions().get(i - 1));

        assertThat(dirt.rows()).as("after U%d", version).isEqualTo(before.get(version));
      }
      database.migrate();
      assertThat(dirt.rows()).isEqualTo(clean);
    }
  }

  @Test
  void goesOnWhereItWasKilledUpAndDown() throws SQLException {
    LegacyDirt dirt = LegacyDirt.adoptedWithCopies(COPIES, templates);
    try (VersionedDatabase database = dirt.database()) {
      List<String> dirty = dirt.rows();
      for (Map.Entry<Integer, String> repair : REPAIRS.entrySet()) {
        int version = repair.getKey();
        database.migrateTo(version - 1);
        dieAndGoOn(dirt, repair.getValue(), () -> database.migrateTo(version));
      }
      database.migrate();
      List<String> clean = dirt.rows();

      for (Map.Entry<Integer, String> repair : REPAIRS.descendingMap().entrySet()) {
        int version = repair.getKey();
        down(database, version);
        dieAndGoOn(dirt, repair.getValue(), () -> down(database, version - 1));
      }
      down(database, ADOPTED);
      assertThat(dirt.rows()).isEqualTo(dirty);
      database.migrate();
      assertThat(dirt.rows()).isEqualTo(clean);
    }
  }

  private static void dieAndGoOn(LegacyDirt dirt, String table, ThrowingCallable way)
      throws SQLException {
    List<String> before = dirt.rows();
    Killing killing = new Killing(dirt.database(), table);
    killing.begin(IN_THE_LAST_BATCH);
    assertThatThrownBy(way).hasMessageContaining("terminating connection");
    killing.end();
    List<String> halfWay = dirt.rows();
    assertThatCode(way).doesNotThrowAnyException();

    assertThat(halfWay).isNotEqualTo(before).isNotEqualTo(dirt.rows());
  }

  private static void down(VersionedDatabase database, int version) {
    database.downTo(Integer.toString(version), DataLoss.DISCARD);
  }

  private static List<Integer> versions() {
    return SchemaMigrations.versions().stream().filter(version -> version > ADOPTED).toList();
  }
}
