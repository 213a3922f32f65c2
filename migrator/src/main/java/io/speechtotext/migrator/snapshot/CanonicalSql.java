package io.speechtotext.migrator.snapshot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Undoes what majors of PostgreSQL print differently though it means the same. */
public final class CanonicalSql {

  private static final List<String> AT_TIME_ZONE = List.of("AT", " ", "TIME", " ", "ZONE");

  private CanonicalSql() {}

  /**
   * An expression, or a definition that holds some. From PostgreSQL 14 on, {@code timezone(zone,
   * time)} that was written {@code time AT TIME ZONE zone} is printed so; before, neither was.
   */
  public static String of(String sql) {
    if (!sql.contains(" AT TIME ZONE ")) {
      return sql;
    }
    List<String> tokens = SqlTokens.of(sql);
    Deque<Group> open = new ArrayDeque<>();
    open.push(new Group());
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      int end = i + AT_TIME_ZONE.size();
      if (token.equals("(")) {
        open.push(new Group());
      } else if (token.equals(")") && open.size() > 1) {
        String closed = open.pop().closed();
        open.element().text.append(closed);
      } else if (end <= tokens.size() && tokens.subList(i, end).equals(AT_TIME_ZONE)) {
        open.element().split();
        i = end - 1;
      } else {
        open.element().text.append(token);
      }
    }
    return open.element().text.toString();
  }

  /**
   * A view's query. Up to PostgreSQL 15, columns of the only table are printed with its name before
   * them, and since without.
   */
  static String ofView(String query) {
    String sql = of(query);
    String bare = sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql;
    return new OnlyTable(SqlTokens.of(bare)).withoutItsName();
  }

  /** What stands between two parentheses. */
  private static final class Group {

    private StringBuilder text = new StringBuilder();
    private String time = "";

    private void split() {
      time = text.toString().strip();
      text = new StringBuilder();
    }

    private String closed() {
      return time.isEmpty()
          ? "(" + text + ")"
          : "timezone(" + text.toString().strip() + ", " + time + ")";
    }
  }
}
