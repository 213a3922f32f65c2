package io.speechtotext.prover.rewrite;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.SqlName;
import io.speechtotext.prover.catalog.Table;

/**
 * A second column beside one, of another name or type, which a trigger keeps equal: code of the
 * former version uses the one, code of the new version the other.
 */
public final class SyncedColumn {

  private SyncedColumn() {}

  /**
   * The migrations.
   *
   * @param version the first of three
   * @param newName the second column's, unquoted
   * @param newType as SQL writes it
   */
  public static String of(
      String version, Table table, Column column, String newName, String newType) {
    String update =
        "UPDATE %s SET %s = %s::%s"
            .formatted(table.sqlName(), SqlName.quoted(newName), column.sqlName(), newType);
    String condition =
        "%s IS NULL AND %s IS NOT NULL".formatted(SqlName.quoted(newName), column.sqlName());
    return expand(version, table, column, newName, newType)
        + """
        -- %s, in a migration of its own, with executeInTransaction=false in its .sql.conf:
        %s"""
            .formatted(
                FollowingVersion.of(version, 1),
                KeyedBatches.of(table, update, condition)
                    .orElse(update + "\nWHERE " + condition + ";\n"))
        + contract(version, table, column, newName);
  }

  private static String trigger(Table table, String newName) {
    return Names.of(table, "sync", newName);
  }

  private static String function(Table table, String newName) {
    return Names.qualified(table, "sync", newName);
  }

  private static String expand(
      String version, Table table, Column column, String newName, String newType) {
    return """
        -- %1$s: the new column beside the old one, each following the other.
        ALTER TABLE %2$s ADD COLUMN %3$s %4$s;
        CREATE FUNCTION %8$s() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' THEN
                NEW.%3$s := coalesce(NEW.%3$s, NEW.%6$s::%4$s);
                NEW.%6$s := coalesce(NEW.%6$s, NEW.%3$s::%7$s);
            ELSIF NEW.%6$s IS DISTINCT FROM OLD.%6$s THEN
                NEW.%3$s := NEW.%6$s::%4$s;
            ELSIF NEW.%3$s IS DISTINCT FROM OLD.%3$s THEN
                NEW.%6$s := NEW.%3$s::%7$s;
            END IF;
            RETURN NEW;
        END
        $$;
        CREATE TRIGGER %5$s BEFORE INSERT OR UPDATE ON %2$s
            FOR EACH ROW EXECUTE FUNCTION %8$s();
        """
        .formatted(
            version,
            table.sqlName(),
            SqlName.quoted(newName),
            newType,
            trigger(table, newName),
            column.sqlName(),
            column.type(),
            function(table, newName));
  }

  private static String contract(String version, Table table, Column column, String newName) {
    return """
        -- %1$s, in a migration of its own, when no running code uses %2$s any more:
        DROP TRIGGER %3$s ON %4$s;
        DROP FUNCTION %6$s();
        ALTER TABLE %4$s DROP COLUMN %5$s;
        """
        .formatted(
            FollowingVersion.of(version, 2),
            table + "." + column.name(),
            trigger(table, newName),
            table.sqlName(),
            column.sqlName(),
            function(table, newName));
  }
}
