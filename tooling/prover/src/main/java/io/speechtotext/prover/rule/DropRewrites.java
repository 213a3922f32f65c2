package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.NamedType;
import io.speechtotext.prover.catalog.SqlName;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.rewrite.FollowingVersion;

/** The safe ways to let go of data: out of reach first, gone a release later. */
final class DropRewrites {

  private final String version;
  private final String next;

  DropRewrites(String version) {
    this.version = version;
    this.next = FollowingVersion.of(version, 1);
  }

  String table(Table table) {
    return """
        -- First a release whose code no longer uses %1$s. Then %2$s, which can be undone:
        CREATE SCHEMA IF NOT EXISTS dropped;
        ALTER TABLE %3$s SET SCHEMA dropped;
        -- %4$s, in a migration of its own, when nobody has missed it for a release,
        -- with a reason in its .safety file (allow drops-data on dropped.%5$s: …):
        DROP TABLE dropped.%6$s;
        """
        .formatted(
            table, version, table.sqlName(), next, table.name(), SqlName.quoted(table.name()));
  }

  String column(Table table, Column column) {
    String optional =
        column.notNull() && !column.hasDefault()
            ? """
              -- %s: rows can be written without it.
              ALTER TABLE %s ALTER COLUMN %s DROP NOT NULL;
              """
                .formatted(version, table.sqlName(), column.sqlName())
            : "";
    return """
        %1$s-- Then a release whose code no longer uses %2$s.%3$s.
        -- %4$s, in a migration of its own, when nobody has missed it for a release,
        -- with a reason in its .safety file (allow drops-data on %2$s.%3$s: …):
        ALTER TABLE %5$s DROP COLUMN %6$s;
        """
        .formatted(optional, table, column.name(), next, table.sqlName(), column.sqlName());
  }

  String schema(String schema) {
    return """
        -- First a release whose code no longer uses %1$s. Then %2$s, which can be undone:
        ALTER SCHEMA %3$s RENAME TO %4$s;
        -- %5$s, in a migration of its own, when nobody has missed it for a release,
        -- with a reason in its .safety file (allow drops-data on dropped_%1$s: …):
        DROP SCHEMA %4$s CASCADE;
        """
        .formatted(
            schema, version, SqlName.quoted(schema), SqlName.quoted("dropped_" + schema), next);
  }

  String type(NamedType type) {
    return """
        -- First a release whose code no longer uses %1$s.
        -- %2$s, in a migration of its own, with a reason in its .safety file
        -- (allow drops-data on %1$s: …):
        DROP TYPE %3$s.%4$s;
        """
        .formatted(type, next, SqlName.quoted(type.schema()), SqlName.quoted(type.name()));
  }
}
