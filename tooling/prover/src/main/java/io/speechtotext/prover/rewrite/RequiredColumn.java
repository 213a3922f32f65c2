package io.speechtotext.prover.rewrite;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;

/** Makes a column refuse NULL without a scan under lock, once all code writes it. */
public final class RequiredColumn {

  private RequiredColumn() {}

  /** The migrations, of which the version is the first, for a column that is there. */
  public static String of(String version, Table table, Column column) {
    return """
        -- %1$s, when all running code writes %2$s.%3$s:
        ALTER TABLE %4$s ADD CONSTRAINT %5$s CHECK (%6$s IS NOT NULL) NOT VALID;
        -- %7$s, in a migration of its own, when no row is without it:
        ALTER TABLE %4$s VALIDATE CONSTRAINT %5$s;
        -- %8$s, in a migration of its own:
        ALTER TABLE %4$s ALTER COLUMN %6$s SET NOT NULL;
        ALTER TABLE %4$s DROP CONSTRAINT %5$s;
        """
        .formatted(
            version,
            table,
            column.name(),
            table.sqlName(),
            Names.of(table, column.name(), "not_null"),
            column.sqlName(),
            FollowingVersion.of(version, 1),
            FollowingVersion.of(version, 2));
  }

  /** The same for a column that is added. */
  public static String added(String version, Table table, Column column) {
    return """
        -- %s: code that does not know it leaves it out.
        ALTER TABLE %s ADD COLUMN %s %s;
        %s"""
        .formatted(
            version,
            table.sqlName(),
            column.sqlName(),
            column.type(),
            of(FollowingVersion.of(version, 1), table, column));
  }
}
