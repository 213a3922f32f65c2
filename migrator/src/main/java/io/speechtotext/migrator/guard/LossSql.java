package io.speechtotext.migrator.guard;

import java.util.List;

/** The query that guard and copy share: what of the dropped things is there, and what it holds. */
final class LossSql {

  /**
   * Holds when a column's default is a value and not an expression. The server prints a value as a
   * string, a number, true, false or an empty array, with a type behind it or not.
   */
  private static final String DEFAULT_IS_A_VALUE =
      """
      pg_get_expr(adbin, adrelid) ~ '^(E?''([^'']|'''')*''|\\(?-?[0-9][0-9.]*\\)?|true|false|ARRAY\\[\\])'
                          '(::("[^"]+"|[a-z0-9_ .]|\\([0-9,]+\\)|\\[\\])+)*$'\
      """;

  /**
   * A row for each drop. The condition finds the rows that have something to lose; it is NULL when
   * table or column is not there. A value that is NULL or the default says nothing that the version
   * before would not say; it is compared as text, since json has no equality, and a row value of
   * NULLs is NULL, but not nothing. What is generated from other columns can be generated again.
   */
  private static final String LOSSES =
      """
      SELECT
                  dropped.*,
                  relation,
                  CASE
                      WHEN relation IS NULL OR (column_name IS NOT NULL AND attname IS NULL) THEN NULL
                      WHEN column_name IS NULL THEN 'true'
                      WHEN attgenerated <> '' THEN 'false'
                      WHEN %2$s
                      THEN format(
                          '(%%1$I IS DISTINCT FROM NULL AND %%1$I::text IS DISTINCT FROM (%%2$s)::%%3$s::text)',
                          attname, pg_get_expr(adbin, adrelid), format_type(atttypid, atttypmod)
                      )
                      ELSE format('%%I IS DISTINCT FROM NULL', attname)
                  END AS condition
              FROM (VALUES
      %1$s
              ) AS dropped (version, table_name, column_name, may_be_missing)
              LEFT JOIN pg_class ON pg_class.oid = to_regclass(table_name) AND relkind IN ('r', 'p')
              CROSS JOIN LATERAL (SELECT pg_class.oid::regclass AS relation) AS named
              LEFT JOIN pg_attribute ON attrelid = relation AND attname = column_name AND NOT attisdropped
              LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum\
      """;

  private LossSql() {}

  static String of(List<UndoDrops> undos) {
    return LOSSES.formatted(SqlText.rows(undos), DEFAULT_IS_A_VALUE);
  }
}
