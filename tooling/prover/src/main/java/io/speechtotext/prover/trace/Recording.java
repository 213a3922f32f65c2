package io.speechtotext.prover.trace;

import io.speechtotext.migrator.script.SqlStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what the statements of one script did. */
final class Recording {

  private final List<TracedStatement> statements = new ArrayList<>();
  private Duration elapsed = Duration.ZERO;

  List<TracedStatement> statements() {
    return statements;
  }

  /** Adds a statement whose session could see for itself what it did. */
  void add(SqlStatement statement, Sent sent, Moment before, Moment after) {
    add(
        statement,
        Duration.ofNanos(sent.end() - sent.begin()),
        before,
        after,
        after.locksSince(before),
        after.activitySince(before));
  }

  /** Adds a statement that others had to watch. */
  void add(
      SqlStatement statement,
      Duration time,
      Moment before,
      Moment after,
      Set<RelationLock> taken,
      Map<Long, Activity> activity) {
    statements.add(
        new TracedStatement(
            statement.line(),
            statement.sql(),
            elapsed,
            time,
            before.lockTimeout(),
            before.catalog(),
            after.catalog(),
            before.locks(),
            taken,
            activity));
    elapsed = elapsed.plus(time);
  }
}
