package io.speechtotext.prover.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.migrator.history.Checksum;
import io.speechtotext.migrator.history.HistoryEntry;
import io.speechtotext.migrator.history.HistoryRow;
import io.speechtotext.migrator.history.HistoryTable;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ThrowawayPostgresExtension.class)
class AppliedHistoryTest {

  private static final MigrationSet SET =
      MigrationFiles.of(
          "test",
          Map.of(
              "V1__a.sql",
              "SELECT 1;",
              "U1__a.sql",
              "SELECT 1;",
              "V2__b.sql",
              "SELECT 2;",
              "U2__b.sql",
              "SELECT 2;",
              "V3__c.sql",
              "SELECT 3;",
              "U3__c.sql",
              "SELECT 3;"));

  private final List<HistoryRow> rows = new ArrayList<>();

  @Test
  void agreesWithWhatWasAppliedInOrder() {
    applied("1", "V1__a.sql", "SELECT 1;");
    applied("2", "V2__b.sql", "SELECT 2;");

    assertThat(conflicts()).isEmpty();
  }

  @Test
  void findsAVersionBelowOneThatIsApplied() {
    applied("1", "V1__a.sql", "SELECT 1;");
    applied("3", "V3__c.sql", "SELECT 3;");

    assertThat(conflicts()).singleElement().asString().contains("VERSION_COLLISION", "V2__b.sql");
  }

  @Test
  void findsAnAppliedFileThatWasEdited() {
    applied("1", "V1__a.sql", "SELECT 17;");

    assertThat(conflicts())
        .singleElement()
        .extracting(Finding::title)
        .isEqualTo("V1: version-collision on V1__a.sql");
  }

  @Test
  void findsAnAppliedFileThatIsGone() {
    applied("0.5", "V0.5__old.sql", "SELECT 0;");

    assertThat(conflicts())
        .singleElement()
        .extracting(Finding::title)
        .isEqualTo("V0.5: version-collision on V0.5__old.sql");
  }

  @Test
  void takesWhatWasUndoneForPending() {
    applied("1", "V1__a.sql", "SELECT 17;");
    row("1", HistoryEntry.UNDONE, "V1__a.sql", null);
    applied("2", "V2__b.sql", "SELECT 22;");
    row("2", "UNDO_SQL", "U2__b.sql", 5);

    assertThat(conflicts()).isEmpty();
  }

  @Test
  void expectsNothingBelowABaseline() {
    row("2", "BASELINE", "<< Flyway Baseline >>", null);
    applied("3", "V3__c.sql", "SELECT 3;");

    assertThat(conflicts()).isEmpty();
  }

  @Test
  void readsTheTableOfADatabase(ThrowawayPostgres postgres) throws SQLException {
    try (ThrowawayDatabase database = postgres.createDatabase();
        Connection connection = database.connect()) {
      HistoryTable.create(connection);
      HistoryTable.append(connection, HistoryEntry.applied("3", "c", "V3__c.sql", 17));
      rows.addAll(HistoryTable.rows(connection));
    }

    assertThat(conflicts())
        .extracting(Finding::title)
        .containsExactly(
            "V1: version-collision on V1__a.sql",
            "V2: version-collision on V2__b.sql",
            "V3: version-collision on V3__c.sql");
  }

  private List<Finding> conflicts() {
    return new AppliedHistory(rows).conflicts(SET);
  }

  private void applied(String version, String script, String sql) {
    row(version, HistoryEntry.APPLIED, script, Checksum.of(sql));
  }

  private void row(String version, String type, String script, @Nullable Integer checksum) {
    rows.add(
        new HistoryRow(
            rows.size() + 1,
            version,
            "",
            type,
            script,
            checksum,
            "somebody",
            null,
            Duration.ZERO,
            true));
  }
}
