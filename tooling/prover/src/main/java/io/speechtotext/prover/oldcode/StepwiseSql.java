package io.speechtotext.prover.oldcode;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.SqlName;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.rewrite.FollowingVersion;

/** How to change what running code relies on: in steps, each of which suits two releases. */
final class StepwiseSql {

  private final String version;

  StepwiseSql(String version) {
    this.version = version;
  }

  String version() {
    return version;
  }

  String droppedTable(Table table) {
    return """
        -- First a release whose code leaves out %1$s (jOOQ: <excludes>).
        -- Then %2$s, with a reason in its .safety file (allow breaks-old-code on %1$s: …):
        DROP TABLE %3$s;
        """
        .formatted(table, version, table.sqlName());
  }

  String renamedTable(Table former, Table now) {
    String move =
        former.schema().equals(now.schema())
            ? "ALTER TABLE %s RENAME TO %s;".formatted(former.sqlName(), SqlName.quoted(now.name()))
            : "ALTER TABLE %s SET SCHEMA %s;"
                .formatted(former.sqlName(), SqlName.quoted(now.schema()));
    return """
        -- %1$s: code of both releases finds it; reads and writes go through the view.
        %2$s
        CREATE VIEW %3$s AS SELECT * FROM %4$s;
        -- %5$s, in a migration of its own, when no running code uses %6$s any more:
        DROP VIEW %3$s;
        """
        .formatted(
            version,
            move,
            former.sqlName(),
            now.sqlName(),
            FollowingVersion.of(version, 1),
            former);
  }

  String droppedColumn(Table table, Column column) {
    String optional =
        column.notNull() && !column.hasDefault()
            ? "-- %s: rows can be written without it.\nALTER TABLE %s ALTER COLUMN %s DROP NOT NULL;\n"
                .formatted(version, table.sqlName(), column.sqlName())
            : "";
    return """
        %1$s-- %2$sa release whose code leaves out %3$s.%4$s (jOOQ: <excludes>).
        -- Then, with a reason in the .safety file (allow breaks-old-code on %3$s.%4$s: …):
        ALTER TABLE %5$s DROP COLUMN %6$s;
        """
        .formatted(
            optional,
            optional.isEmpty() ? "First " : "Then ",
            table,
            column.name(),
            table.sqlName(),
            column.sqlName());
  }

  String lostDefault(Table table, Column column) {
    return """
        -- %1$s: as it was.
        ALTER TABLE %2$s ALTER COLUMN %3$s SET DEFAULT %4$s;
        -- %5$s, in a migration of its own, when all running code writes it:
        ALTER TABLE %2$s ALTER COLUMN %3$s DROP DEFAULT;
        """
        .formatted(
            version,
            table.sqlName(),
            column.sqlName(),
            column.defaultSql(),
            FollowingVersion.of(version, 1));
  }

  String unique(String object, Index index) {
    return """
        -- First a release whose code copes when a second such row is refused.
        -- Then %s, in a migration of its own, with a reason in its .safety file
        -- (allow breaks-old-code on %s: …):
        %s;
        """
        .formatted(
            version,
            object,
            index
                .definition()
                .replaceFirst("^CREATE UNIQUE INDEX ", "CREATE UNIQUE INDEX CONCURRENTLY "));
  }

  String label(String type, String column, String gone, String instead) {
    String add =
        instead.isEmpty()
            ? "-- %s: the label stays; a CHECK keeps new rows from it, once no code writes it.\n"
                .formatted(version)
            : """
              -- %s: the new label beside the old one.
              ALTER TYPE %s ADD VALUE %s;
              """
                .formatted(version, type, literal(instead));
    String then =
        instead.isEmpty()
            ? "%s <> %s".formatted(column, literal(gone))
            : "%s = %s".formatted(column, literal(gone));
    return add
        + "-- %s, in a migration of its own, when all running code knows both; the rows concerned:\n--   WHERE %s\n"
            .formatted(FollowingVersion.of(version, 1), then);
  }

  String announced(String object) {
    return """
        -- First a release whose code does without: it sends nothing that is refused on %1$s.
        -- Then %2$s as it is, with a reason in its .safety file (allow breaks-old-code on %1$s: …).
        """
        .formatted(object, version);
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
