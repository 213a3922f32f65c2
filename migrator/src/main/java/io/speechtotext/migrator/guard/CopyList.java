package io.speechtotext.migrator.guard;

import io.speechtotext.migrator.Version;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knows copies by the comment that {@link CopySql} leaves on them. */
public final class CopyList {

  private static final Pattern COMMENT =
      Pattern.compile(
          "Copied at (\\S+) by the undo of version (\\S+): (\\d+) row\\(s\\) of (.+)",
          Pattern.DOTALL);

  private static final String TABLES =
      """
      SELECT relname, obj_description(pg_class.oid, 'pg_class') AS comment,
        pg_total_relation_size(pg_class.oid) AS size
      FROM pg_catalog.pg_class
      JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace
      WHERE nspname = '%s' AND relkind = 'r' AND obj_description(pg_class.oid, 'pg_class') IS NOT NULL
      ORDER BY relname COLLATE "C"
      """
          .formatted(CopySql.SCHEMA);

  private CopyList() {}

  /** All copies, ordered by name; what else somebody put into the schema is none. */
  public static List<UndoneCopy> read(Connection connection) throws SQLException {
    List<UndoneCopy> copies = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        Matcher comment = COMMENT.matcher(row.getString("comment"));
        if (comment.matches()) {
          copies.add(copy(row.getString("relname"), comment, row.getLong("size")));
        }
      }
    }
    return copies;
  }

  /** One statement that drops them. */
  public static String dropSql(List<UndoneCopy> copies) {
    return copies.stream()
        .map(copy -> new TableName(List.of(CopySql.SCHEMA, copy.name())).toString())
        .collect(Collectors.joining(", ", "DROP TABLE ", ""));
  }

  private static UndoneCopy copy(String name, Matcher comment, long size) {
    return new UndoneCopy(
        name,
        Version.of(comment.group(2)),
        comment.group(4),
        Instant.parse(comment.group(1)),
        Long.parseLong(comment.group(3)),
        size);
  }
}
