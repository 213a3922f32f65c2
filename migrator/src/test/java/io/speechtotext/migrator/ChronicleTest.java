package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.migrator.history.HistoryEntry;
import io.speechtotext.migrator.history.HistoryTable;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

@ExtendWith(ThrowawayPostgresExtension.class)
class ChronicleTest {

  private final Path path;
  private final Project project;

  ChronicleTest(ThrowawayPostgres server, @TempDir Path path) {
    this.path = path;
    this.project = Project.on(server, path);
  }

  @BeforeEach
  void writeThree() throws Exception {
    project.pair("1", "a", "CREATE TABLE t (n int);");
    project.pair("2.1", "b", "SELECT pg_sleep(0.02);");
    project.pair("3", "c", "SELECT 3;");
  }

  @AfterEach
  void dropDatabase() {
    project.close();
  }

  @Test
  void knowsAnEmptyDatabase() {
    DatabaseStatus status = project.migrator().status();
    assertThat(status.managed()).isFalse();
    assertThat(status.empty()).isTrue();
    assertThat(status.version()).isNull();
    assertThat(versions(status.pending())).containsExactly("1", "2.1", "3");
    assertThat(project.migrator().history()).isEmpty();
  }

  @Test
  void knowsADatabaseThatSomebodyElseMade() throws Exception {
    project.execute("CREATE VIEW v AS SELECT 1 AS n");
    assertThat(project.migrator().status().managed()).isFalse();
    assertThat(project.migrator().status().empty()).isFalse();
  }

  @Test
  void saysWhatIsAppliedAndWhatIsPending() {
    project.migrator().upTo("2.1");
    DatabaseStatus status = project.migrator().status();
    assertThat(status.managed()).isTrue();
    assertThat(status.empty()).isFalse();
    assertThat(status.version()).isEqualTo(Version.of("2.1"));
    assertThat(versions(status.pending())).containsExactly("3");
    assertThat(status.unknown()).isEmpty();
  }

  @Test
  void saysWhatThisReleaseDoesNotKnow() throws Exception {
    project.up();
    Files.delete(path.resolve("V3__c.sql"));
    Files.delete(path.resolve("U3__c.sql"));
    DatabaseStatus status = project.migrator().status();
    assertThat(status.version()).isEqualTo(Version.of("3"));
    assertThat(status.unknown()).containsExactly(Version.of("3"));
    assertThat(status.pending()).isEmpty();
  }

  @Test
  void countsAnUndoneVersionAsPending() {
    project.up();
    project.migrator().down(2, DataLoss.REFUSE);
    DatabaseStatus status = project.migrator().status();
    assertThat(status.version()).isEqualTo(Version.of("1"));
    assertThat(versions(status.pending())).containsExactly("2.1", "3");
  }

  @Test
  void saysWhatDidNotEnd() throws Exception {
    project.up();
    project.execute("UPDATE flyway_schema_history SET success = false WHERE version = '3'");
    DatabaseStatus status = project.migrator().status();
    assertThat(status.version()).isEqualTo(Version.of("2.1"));
    assertThat(status.unfinished()).containsExactly(Version.of("3"));
    assertThat(project.migrator().history().get(2).kind()).isEqualTo(HistoryEvent.Kind.UNFINISHED);
  }

  @Test
  void countsAHalfUndoneVersionAsAppliedAndUnfinished() throws Exception {
    project.up();
    project.migrator().down(1, DataLoss.REFUSE);
    project.execute("UPDATE flyway_schema_history SET success = false WHERE type = 'DELETE'");
    DatabaseStatus status = project.migrator().status();
    assertThat(status.version()).isEqualTo(Version.of("3"));
    assertThat(status.unfinished()).containsExactly(Version.of("3"));
    assertThat(status.pending()).isEmpty();
  }

  @Test
  void tellsWhatWasDoneOldestFirst() throws Exception {
    project.up();
    project.migrator().down(1, DataLoss.REFUSE);
    try (Connection connection = project.database().connect()) {
      HistoryTable.append(
          connection,
          HistoryEntry.applied("3", "c", "V3__c.sql", 7).by("adopted from Alembic 003"));
    }
    List<HistoryEvent> events = project.migrator().history();
    assertThat(events)
        .extracting(HistoryEvent::kind)
        .containsExactly(
            HistoryEvent.Kind.APPLIED,
            HistoryEvent.Kind.APPLIED,
            HistoryEvent.Kind.APPLIED,
            HistoryEvent.Kind.UNDONE,
            HistoryEvent.Kind.ADOPTED);
    HistoryEvent second = events.get(1);
    assertThat(second.version()).isEqualTo(Version.of("2.1"));
    assertThat(second.description()).isEqualTo("b");
    assertThat(second.by()).isEqualTo(project.database().user());
    assertThat(second.duration()).isGreaterThanOrEqualTo(Duration.ofMillis(20));
    assertThat(second.at())
        .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(600));
    assertThat(events.get(3).version()).isEqualTo(Version.of("3"));
    assertThat(events.get(4).by()).isEqualTo("adopted from Alembic 003");
  }

  @Test
  void needsNothingButTheRightToRead() throws Exception {
    project.up();
    String database = project.database().name();
    String role = "reader_" + database.substring(database.length() - 16);
    project.execute(
        "CREATE ROLE %1$s LOGIN PASSWORD 'p'; GRANT SELECT ON flyway_schema_history TO %1$s"
            .formatted(role));
    try {
      PGSimpleDataSource reader = new PGSimpleDataSource();
      reader.setUrl(project.database().jdbcUrl());
      reader.setUser(role);
      reader.setPassword("p");
      Migrator migrator = new Migrator(reader, project.directory().read());
      assertThat(migrator.status().version()).isEqualTo(Version.of("3"));
      assertThat(migrator.history()).hasSize(3);
      project.execute("REVOKE SELECT ON flyway_schema_history FROM " + role);
      assertThatExceptionOfType(DatabaseUnavailableException.class)
          .isThrownBy(migrator::status)
          .withMessageContaining("permission denied for table flyway_schema_history");
    } finally {
      project.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role));
    }
  }

  private static List<String> versions(List<Migration> migrations) {
    return migrations.stream().map(each -> each.version().toString()).toList();
  }
}
