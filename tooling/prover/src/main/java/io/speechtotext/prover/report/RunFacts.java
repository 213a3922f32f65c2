package io.speechtotext.prover.report;

import io.speechtotext.prover.VersionProof;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.trace.LockMode;
import io.speechtotext.prover.trace.Trace;
import io.speechtotext.prover.trace.TraceFailure;
import io.speechtotext.prover.trace.TracedStatement;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a version did while it ran: how long it took, what it locked and what it wrote anew. */
final class RunFacts {

  private final Json json;

  RunFacts(Json json) {
    this.json = json;
  }

  void write(VersionProof proof) throws IOException {
    Trace trace = proof.trace();
    List<LockBar> bars = trace == null ? List.of() : LockBars.of(proof.before(), trace);
    json.time("timeMicros", trace == null ? null : trace.time());
    json.time("timeAtMoreRowsMicros", proof.timeAtMoreRows());
    json.texts("rewritten", trace == null ? List.of() : rewritten(trace.statements()));
    blocks(bars);
    if (trace == null) {
      json.nothing("inTransaction");
    } else {
      json.truth("inTransaction", trace.inTransaction());
    }
    failure(trace == null ? null : trace.failure());
    json.array("statements", trace == null ? List.of() : trace.statements(), this::statement);
    json.array("locks", bars, this::lock);
  }

  private static List<String> rewritten(List<TracedStatement> statements) {
    if (statements.isEmpty()) {
      return List.of();
    }
    Catalog after = statements.get(statements.size() - 1).after();
    return statements.get(0).before().tables().stream()
        .filter(was -> !was.partitioned())
        .filter(
            was ->
                after.table(was.oid()).stream().anyMatch(now -> now.fileNode() != was.fileNode()))
        .map(Table::toString)
        .toList();
  }

  private void blocks(List<LockBar> bars) throws IOException {
    Optional<LockBar> worst = LockBars.worst(bars);
    json.object(
        "blocks",
        () -> {
          json.constant(
              "what", worst.map(bar -> bar.mode().blocks()).orElse(LockMode.Blocks.NOTHING));
          json.text("table", worst.map(bar -> bar.table().toString()).orElse(""));
          json.time("heldMicros", worst.map(LockBar::held).orElse(Duration.ZERO));
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

  private void lock(LockBar bar) throws IOException {
    Index index = bar.index();
    json.object(
        () -> {
          json.text("table", bar.table().toString());
          json.text("index", index == null ? null : index.name());
          json.text("mode", bar.mode().serverName());
          json.constant("blocks", bar.mode().blocks());
          json.number("statement", bar.statement());
          json.time("beginMicros", bar.begin());
          json.time("heldMicros", bar.held());
          json.truth("readInFull", bar.readInFull());
          json.truth("rewritten", bar.rewritten());
        });
  }
}
