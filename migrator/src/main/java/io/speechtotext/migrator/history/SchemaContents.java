package io.speechtotext.migrator.history;

/** Tells an empty schema from one that somebody else filled. */
public final class SchemaContents {

  private static final String HOLDS_ANYTHING =
      """
      EXISTS (
        SELECT
        FROM pg_catalog.pg_class
        JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace
        WHERE nspname = current_schema() AND relkind IN ('r', 'p', 'v', 'm', 'f')
          AND relname <> '%s'
          AND NOT EXISTS (
            SELECT
            FROM pg_catalog.pg_depend
            WHERE classid = 'pg_catalog.pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e'
          )
      )\
      """
          .formatted(HistoryTable.NAME);

  private SchemaContents() {}

  /**
   * A condition that holds when the current schema has a table or view of its own; the history, and
   * what belongs to an extension, do not count.
   */
  public static String holdsAnythingSql() {
    return HOLDS_ANYTHING;
  }
}
