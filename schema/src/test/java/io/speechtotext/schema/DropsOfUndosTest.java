package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.migrator.guard.Drop;
import io.speechtotext.migrator.guard.DropReader;
import io.speechtotext.migrator.script.ScriptReader;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(VersionTemplatesExtension.class)
class DropsOfUndosTest {

  private static final String TABLES_AND_COLUMNS =
      """
      SELECT CASE WHEN attnum > 0 THEN relname || '.' || attname ELSE relname END
      FROM pg_class
      JOIN pg_attribute ON attrelid = pg_class.oid AND NOT attisdropped
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        AND relname <> 'flyway_schema_history' AND (attnum > 0 OR attname = 'tableoid')
      """;

  private final VersionTemplates templates;

  DropsOfUndosTest(VersionTemplates templates) {
    this.templates = templates;
  }

  @ParameterizedTest
  @MethodSource("io.speechtotext.schema.SchemaMigrations#versions")
  void guardFindsAllThatTheUndoDropsAndNothingElse(int version) throws SQLException {
    try (VersionedDatabase database = VersionedDatabase.at(version, templates)) {
      List<String> dropped = database.rows(TABLES_AND_COLUMNS);
      database.runUndo(version);
      dropped.removeAll(database.rows(TABLES_AND_COLUMNS));
      // Who drops a table does not name its columns.
      List<String> tables = dropped.stream().filter(name -> !name.contains(".")).toList();
      dropped.removeIf(name -> tables.stream().anyMatch(table -> name.startsWith(table + ".")));

      assertThat(found(version)).containsExactlyInAnyOrderElementsOf(dropped);
    }
  }

  private static List<String> found(int version) {
    return DropReader.dropsOf(new ScriptReader(Map.of()).read(SchemaMigrations.of(version).undo()))
        .stream()
        .map(DropsOfUndosTest::name)
        .toList();
  }

  private static String name(Drop drop) {
    String table = String.join(".", drop.table().parts());
    return drop.column() == null ? table : table + "." + drop.column();
  }
}
