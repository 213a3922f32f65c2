package io.speechtotext.migrator.offline;

import io.speechtotext.migrator.Migration;
import io.speechtotext.migrator.history.HistoryEntry;
import io.speechtotext.migrator.history.HistoryTable;
import io.speechtotext.migrator.history.SchemaContents;
import io.speechtotext.migrator.session.MigrationSession;
import java.util.List;
import java.util.stream.Collectors;

/** The statement that lets a script begin only where it was written for, and alone. */
final class StartSql {

  private static final String CHECK =
      """
      DO $check$
      DECLARE
          -- Version and checksum of what has to be applied, and of nothing else.
          expected CONSTANT text[] := ARRAY[%s]::text[];
          found text[] := '{}';
      BEGIN
          IF NOT %s(%d) THEN
              RAISE lock_not_available USING
                  MESSAGE = 'Another migrator is at work on this database. Nothing was changed.',
                  HINT = 'Wait for its end, and run the script again.';
          END IF;
          IF %s THEN
              SELECT coalesce(
                  array_agg(concat_ws(' ', version, checksum, CASE WHEN NOT success THEN 'failed' END) ORDER BY installed_rank),
                  '{}'
              )
              INTO found
              FROM (
                  SELECT DISTINCT ON (version) *
                  FROM %s
                  WHERE version IS NOT NULL AND type <> 'SCHEMA'
                  ORDER BY version, installed_rank DESC
              ) AS newest
              WHERE NOT (type = '%s' AND success);
          ELSIF %s THEN
              RAISE EXCEPTION USING
                  MESSAGE = 'The database holds tables, and no history of migrations says where they come from. Nothing was changed.',
                  HINT = 'Name an empty database; one that another tool manages has to be adopted first.';
          END IF;
          IF NOT (found @> expected AND found <@ expected) THEN
              RAISE EXCEPTION USING
                  MESSAGE = 'The database is not where this script begins, or its history has other checksums. Nothing was changed.',
                  DETAIL = format('Versions and checksums: expected %%s; found %%s', expected, found),
                  HINT = 'Write the script anew, from where the database stands, with the files that it was migrated with.';
          END IF;
      END
      $check$;
      """;

  private StartSql() {}

  static String check(List<Migration> applied, String lockFunction) {
    String expected =
        applied.stream()
            .map(HistoryEntry::applied)
            .map(entry -> "'" + entry.version() + " " + entry.checksum() + "'")
            .collect(Collectors.joining(", "));
    return CHECK.formatted(
        expected,
        lockFunction,
        MigrationSession.LOCK_NUMBER,
        HistoryTable.existsSql(),
        HistoryTable.NAME,
        HistoryEntry.UNDONE,
        SchemaContents.holdsAnythingSql());
  }
}
