package io.speechtotext.prover;

import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.prover.source.Layout;
import io.speechtotext.prover.trace.TraceFailure;
import org.jspecify.annotations.Nullable;

/** Procedures and DO blocks that commit by themselves, which no transaction around them bears. */
final class OwnCommits {

  private static final String INVALID_TRANSACTION_TERMINATION = "2D000";

  private OwnCommits() {}

  /** Whether it is they that failed. */
  static boolean isCause(TraceFailure failure) {
    return INVALID_TRANSACTION_TERMINATION.equals(failure.sqlState());
  }

  /**
   * Whether they failed in a transaction that not every runner begins: those that write pairs run
   * some scripts without one, and do not say so in a file that is known.
   */
  static boolean needNoTransaction(SqlScript script, @Nullable TraceFailure failure) {
    return failure != null
        && isCause(failure)
        && script.inTransaction()
        && Layout.ofScript(script.source().name()) != Layout.FLYWAY;
  }

  /** The script to run instead. */
  static SqlScript outsideTransaction(SqlScript script) {
    return new SqlScript(script.source(), script.statements(), false);
  }

  /** What the reader should know of that. */
  static String note(Script script) {
    return "%s commits by itself, and was run outside a transaction. See that its runner does so: Diesel by run_in_transaction = false in metadata.toml, sqlx by -- no-transaction in the first line."
        .formatted(script.name());
  }

  /** What to do where the runner does begin a transaction. */
  static String remedy(Script script) {
    return "Its runner has begun a transaction, which nothing inside may end. Next: write executeInTransaction=false into %s.conf, and give the rest of the script a migration of its own."
        .formatted(script.name());
  }
}
