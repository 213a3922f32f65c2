package io.speechtotext.prover.trace;

import io.speechtotext.migrator.script.SqlToken;
import io.speechtotext.migrator.script.SqlTokenizer;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Table;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One statement, and what it did. Outside a transaction, locks end with their statement.
 *
 * @param line where it begins in its script, from 1
 * @param sql as it was sent, comments before it included
 * @param begin when it began, counted from the script's first statement; what tracing costs left
 *     out
 * @param time how long it took
 * @param lockTimeout how long it would have waited for a lock; zero is for ever
 * @param before the catalog
 * @param after the catalog
 * @param heldBefore the locks that its transaction had already
 * @param taken the locks that it added
 * @param activity what it did to rows, by a table's object id; tables that it left alone are not
 *     there
 */
public record TracedStatement(
    int line,
    String sql,
    Duration begin,
    Duration time,
    Duration lockTimeout,
    Catalog before,
    Catalog after,
    Set<RelationLock> heldBefore,
    Set<RelationLock> taken,
    Map<Long, Activity> activity) {

  /** Copies the collections. */
  public TracedStatement {
    heldBefore = Set.copyOf(heldBefore);
    taken = Set.copyOf(taken);
    activity = Map.copyOf(activity);
  }

  /** The locks that its transaction had when it ended: those of before, and its own. */
  public Set<RelationLock> held() {
    Set<RelationLock> held = new HashSet<>(heldBefore);
    held.addAll(taken);
    return held;
  }

  /** Whether it is a TRUNCATE that reached a table, and no rewrite. */
  public boolean empties(long tableOid) {
    return isFileAnother(tableOid)
        && before
            .table(tableOid)
            .map(Table::columns)
            .equals(after.table(tableOid).map(Table::columns))
        && SqlTokenizer.tokens(sql).stream().anyMatch(TracedStatement::saysTruncate);
  }

  /** Whether it wrote a table anew. */
  public boolean rewrites(long tableOid) {
    return isFileAnother(tableOid) && !empties(tableOid);
  }

  private boolean isFileAnother(long tableOid) {
    Table was = before.table(tableOid).orElse(null);
    Table is = after.table(tableOid).orElse(null);
    return was != null && is != null && was.fileNode() != is.fileNode();
  }

  // Be it in a DO block.
  private static boolean saysTruncate(SqlToken token) {
    return token.is("truncate")
        || (token.kind() == SqlToken.Kind.LITERAL
            && token.text().toLowerCase(Locale.ROOT).contains("truncate"));
  }

  /** What it did to the rows of a table. */
  public Activity activityOn(long tableOid) {
    return activity.getOrDefault(tableOid, Activity.NONE);
  }
}
