package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(ThrowawayPostgresExtension.class)
class UndoScriptsTest {

  private final ThrowawayPostgres postgres;

  UndoScriptsTest(ThrowawayPostgres postgres) {
    this.postgres = postgres;
  }

  @Test
  void everyVersionHasAnUndoOfTheSameName() {
    assertThat(SchemaMigrations.all().list())
        .isNotEmpty()
        .allSatisfy(
            migration ->
                assertThat(migration.undo().name())
                    .isEqualTo(migration.up().name().replaceFirst("V", "U")));
  }

  @ParameterizedTest
  @MethodSource("io.speechtotext.schema.SchemaMigrations#versions")
  void undoGivesBackTheCatalogOfTheVersionBefore(int version) throws SQLException {
    try (VersionedDatabase database = VersionedDatabase.at(version - 1, postgres)) {
      List<String> before = database.description();
      database.migrateTo(version);
      database.runUndo(version);

      assertThat(database.description()).containsExactlyElementsOf(before);
    }
  }

  @ParameterizedTest
  @MethodSource("versionsThatFindRows")
  void undoGivesBackTheRowsOfTheVersionBefore(int version) throws SQLException {
    try (VersionedDatabase database = VersionedDatabase.at(1, postgres)) {
      SampleRows.insertIntoVersion1(database);
      database.migrateTo(version - 1);
      List<String> before = SampleRows.of(database);
      database.migrateTo(version);

      database.runUndo(version);

      assertThat(SampleRows.of(database)).containsExactlyElementsOf(before);
    }
  }

  static List<Integer> versionsThatFindRows() {
    return SchemaMigrations.versions().stream().filter(version -> version > 1).toList();
  }

  @Test
  void goingAllTheWayDownAndUpAgainEndsWhereItBegan() throws SQLException {
    List<Integer> upwards = SchemaMigrations.versions();
    List<Integer> downwards = upwards.stream().sorted(Comparator.reverseOrder()).toList();
    try (VersionedDatabase database = VersionedDatabase.at(downwards.get(0), postgres)) {
      List<String> top = database.description();

      for (int version : downwards) {
        database.runUndo(version);
      }
      assertThat(database.description()).isEmpty();

      for (int version : upwards) {
        database.runUp(version);
      }
      assertThat(database.description()).containsExactlyElementsOf(top);
    }
  }
}
