package io.speechtotext.prover.report;

import io.speechtotext.prover.VersionProof;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.trace.HeldLock;
import io.speechtotext.prover.trace.HeldLocks;
import io.speechtotext.prover.trace.LockMode;
import io.speechtotext.prover.trace.Trace;
import io.speechtotext.prover.trace.TraceFailure;
import io.speechtotext.prover.trace.TracedStatement;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a version did while it ran: how long it took, what it locked and what it wrote anew. */
final class RunFacts {

  // What blocks more, and of what blocks alike what was held longer.
  private static final Comparator<HeldLock> WORST =
      Comparator.comparing(HeldLock::blocks).thenComparing(HeldLock::time);

  private final Json json;

  RunFacts(Json json) {
    this.json = json;
  }

  void write(VersionProof proof) throws IOException {
    Trace trace = proof.trace();
    List<HeldLock> locks = trace == null ? List.of() : HeldLocks.of(trace);
    json.time("timeMicros", trace == null ? null : trace.time());
    json.time("timeAtMoreRowsMicros", proof.timeAtMoreRows());
    json.texts("rewritten", trace == null ? List.of() : rewritten(trace.statements()));
    blocks(locks);
    if (trace == null) {
      json.nothing("inTransaction");
    } else {
      json.truth("inTransaction", trace.inTransaction());
    }
    failure(trace == null ? null : trace.failure());
    List<TracedStatement> statements = trace == null ? List.of() : trace.statements();
    json.array("statements", statements, this::statement);
    IdentityHashMap<TracedStatement, Integer> places = places(statements);
    json.array("locks", locks, lock -> lock(lock, places.getOrDefault(lock.statement(), -1)));
  }

  private static List<String> rewritten(List<TracedStatement> statements) {
    if (statements.isEmpty()) {
      return List.of();
    }
    Catalog after = statements.get(statements.size() - 1).after();
    return statements.get(0).before().tables().stream()
        .filter(was -> !was.partitioned())
        .filter(was -> after.table(was.oid()).isPresent())
        .filter(was -> statements.stream().anyMatch(each -> each.rewrites(was.oid())))
        .map(Table::toString)
        .toList();
  }

  private void blocks(List<HeldLock> locks) throws IOException {
    Optional<HeldLock> worst = locks.stream().filter(lock -> lock.mode().isBlocking()).max(WORST);
    json.object(
        "blocks",
        () -> {
          json.constant("what", worst.map(HeldLock::blocks).orElse(LockMode.Blocks.NOTHING));
          json.text("table", worst.map(lock -> lock.table().toString()).orElse(""));
          json.time("heldMicros", worst.map(HeldLock::time).orElse(Duration.ZERO));
        });
  }

  private void failure(@Nullable TraceFailure failure) throws IOException {
    if (failure == null) {
      json.nothing("failure");
      return;
    }
    json.object(
        "failure",
        () -> {
          json.number("line", failure.line());
          json.text("sqlState", failure.sqlState());
          json.text("message", failure.message());
        });
  }

  private void statement(TracedStatement statement) throws IOException {
    json.object(
        () -> {
          json.number("line", statement.line());
          json.text("sql", statement.sql());
          json.time("beginMicros", statement.begin());
          json.time("timeMicros", statement.time());
          json.number("lockTimeoutMillis", statement.lockTimeout().toMillis());
        });
  }

  private void lock(HeldLock lock, int statement) throws IOException {
    Index index = lock.index();
    json.object(
        () -> {
          json.text("table", lock.table().toString());
          json.text("index", index == null ? null : index.name());
          json.text("mode", lock.mode().serverName());
          json.constant("blocks", lock.blocks());
          json.number("statement", statement);
          json.time("beginMicros", lock.from());
          json.time("heldMicros", lock.time());
          json.truth("readInFull", lock.readInFull());
          json.truth("rewritten", lock.rewritten());
        });
  }

  // Each statement is itself alone, whatever another did alike.
  private static IdentityHashMap<TracedStatement, Integer> places(
      List<TracedStatement> statements) {
    IdentityHashMap<TracedStatement, Integer> places = new IdentityHashMap<>();
    statements.forEach(each -> places.put(each, places.size()));
    return places;
  }
}
