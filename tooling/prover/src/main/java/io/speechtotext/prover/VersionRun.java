package io.speechtotext.prover;

import io.speechtotext.migrator.script.ScriptReader;
import io.speechtotext.migrator.snapshot.Snapshot;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.rule.Evidence;
import io.speechtotext.prover.rule.SafetyRules;
import io.speechtotext.prover.source.MigrationSet;
import io.speechtotext.prover.source.ProvableMigration;
import io.speechtotext.prover.trace.Trace;
import io.speechtotext.prover.trace.TraceFailure;
import io.speechtotext.prover.trace.Tracer;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Proves one migration. */
final class VersionRun {

  private final ThrowawayPostgres postgres;
  private final ProverSettings settings;
  private final ThrowawayDatabase base;
  private final ProvableMigration migration;

  VersionRun(
      ThrowawayPostgres postgres,
      ProverSettings settings,
      ThrowawayDatabase base,
      ProvableMigration migration) {
    this.postgres = postgres;
    this.settings = settings;
    this.base = base;
    this.migration = migration;
  }

  /** Tells what it found, and returns a database at the version, to go on from. */
  ThrowawayDatabase prove(MigrationSet set, ProofListener listener) throws SQLException {
    ThrowawayDatabase database = postgres.createDatabaseFrom(base);
    List<Finding> findings = new ArrayList<>(set.findings());
    findings.removeIf(finding -> !finding.version().equals(migration.version()));
    try (Connection connection = session(database)) {
      Catalog before = Catalog.of(connection);
      String snapshotBefore = Snapshot.of(connection).text();
      Trace trace =
          new Tracer(connection)
              .run(new ScriptReader(settings.placeholders()).read(migration.up()));
      Catalog after = Catalog.of(connection);
      TraceFailure failure = trace.failure();
      if (failure != null) {
        findings.add(
            new Finding(
                migration.version(),
                Rule.FAILS,
                migration.up().name(),
                migration.up().name(),
                failure.line(),
                failure.message(),
                "",
                null));
      }
      findings.addAll(SafetyRules.check(new Evidence(migration, before, after, trace)));
      listener.proven(
          new VersionProof(
              migration,
              failure == null ? Outcome.PROVEN : Outcome.NOT_PROVEN,
              before,
              after,
              snapshotBefore,
              Snapshot.of(connection).text(),
              trace,
              null,
              null,
              List.of(),
              findings));
    }
    return database;
  }

  private Connection session(ThrowawayDatabase database) throws SQLException {
    Connection connection = database.connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = " + settings.lockTimeout().toMillis());
      statement.execute("SET statement_timeout = " + settings.statementTimeout().toMillis());
    }
    return connection;
  }
}
