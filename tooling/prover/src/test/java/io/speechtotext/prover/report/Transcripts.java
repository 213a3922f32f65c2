package io.speechtotext.prover.report;

import io.speechtotext.prover.Outcome;
import io.speechtotext.prover.VersionProof;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.trace.Trace;
import io.speechtotext.prover.undo.UndoProof;
import io.speechtotext.prover.undo.UndoProof.ColumnRows;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of the migrations in {@code transcripts.case}: findings of all kinds and undos of
 * all fates, whatever the rules of the day make of them.
 */
final class Transcripts {

  private Transcripts() {}

  static VersionProof judged(VersionProof proof) {
    return new VersionProof(
        proof.migration(),
        proof.outcome(),
        proof.before(),
        proof.after(),
        proof.snapshotBefore(),
        proof.snapshotAfter(),
        proof.trace(),
        undo(proof.migration().version()),
        proof.outcome() == Outcome.PROVEN ? Duration.ofMillis(417) : null,
        notes(proof),
        isJudged(proof) ? findings(proof.migration().version()) : proof.findings());
  }

  private static List<Finding> findings(String version) {
    return switch (version) {
      case "V2" ->
          List.of(
              finding(
                  "V2",
                  Rule.MANY_ALTERS,
                  "jobs",
                  "V2__add_transcripts.sql",
                  10,
                  "Two statements alter jobs, in lines 9 and 10.",
                  """
                  ALTER TABLE jobs
                      ADD COLUMN language text,
                      ADD COLUMN priority smallint NOT NULL DEFAULT 0;
                  """));
      case "V3" ->
          List.of(
              finding(
                  "V3",
                  Rule.INDEX_NOT_CONCURRENT,
                  "jobs",
                  "V3__index_jobs_by_state.sql",
                  2,
                  "ShareLock on jobs was held while 1,000 rows were read for ix_jobs_state.",
                  """
                  -- V3__index_jobs_by_state.sql.conf: executeInTransaction=false
                  CREATE INDEX CONCURRENTLY ix_jobs_state ON jobs (state, created_at);
                  """));
      case "V4" ->
          List.of(
              finding(
                      "V4",
                      Rule.SET_NOT_NULL_SCAN,
                      "jobs.audio_seconds",
                      "V4__require_audio_seconds.sql",
                      5,
                      "jobs was read in full under AccessExclusiveLock.",
                      "")
                  .allowed("the table holds 2,000 rows in production and is not written at night"));
      case "V5" ->
          List.of(
              finding(
                  "V5",
                  Rule.DROPS_DATA,
                  "old_exports",
                  "V5__drop_old_exports.sql",
                  1,
                  "The table held 500 rows.",
                  ""),
              finding(
                  "V5",
                  Rule.UNDO_MISSING,
                  "V5__drop_old_exports.sql",
                  "V5__drop_old_exports.sql",
                  0,
                  "It has no undo.",
                  ""));
      case "V6" ->
          List.of(
              finding(
                  "V6",
                  Rule.TYPE_CHANGE_REWRITE,
                  "jobs.audio_seconds",
                  "V6__widen_seconds_and_rename_state.sql",
                  8,
                  "integer became bigint, and the file of jobs is another one.",
                  """
                  -- V6, in a migration of its own:
                  ALTER TABLE jobs ADD COLUMN audio_seconds_new bigint;
                  """));
      case "V9" ->
          List.of(
              finding(
                  "V9",
                  Rule.FAILS,
                  "V9__refuse_short_jobs.sql",
                  "V9__refuse_short_jobs.sql",
                  2,
                  "ERROR: check constraint \"ck_jobs_audio_seconds\" of relation \"jobs\" is violated by some row",
                  ""));
      default -> List.of();
    };
  }

  private static Finding finding(
      String version,
      Rule rule,
      String object,
      String script,
      int line,
      String detail,
      String rewrite) {
    return new Finding(version, rule, object, script, line, detail, rewrite, null);
  }

  private static @Nullable UndoProof undo(String version) {
    return switch (version) {
      case "V5", "V9", "V10", "V11" -> null;
      case "V2" ->
          undo(
              "",
              List.of(),
              List.of(
                  new ColumnRows("transcripts", "", 1000),
                  new ColumnRows("jobs", "language", 0),
                  new ColumnRows("jobs", "priority", 1000)));
      case "V6" ->
          undo(
              "-  column state: character varying(20) not null\n+  column state: text not null\n",
              List.of(),
              List.of());
      case "V7" -> undo("", List.of(new ColumnRows("jobs", "priority", 100)), List.of());
      case "V8" -> undo("", List.of(), List.of(new ColumnRows("speakers", "", 1000)));
      default -> undo("", List.of(), List.of());
    };
  }

  private static UndoProof undo(
      String difference, List<ColumnRows> changed, List<ColumnRows> lost) {
    return new UndoProof(null, null, Duration.ofNanos(3_456_000), difference, "", changed, lost);
  }

  // What failed or was not reached, and files of no version, say so themselves.
  private static boolean isJudged(VersionProof proof) {
    Trace trace = proof.trace();
    return trace != null && trace.failure() == null;
  }

  private static List<String> notes(VersionProof proof) {
    return proof.migration().version().equals("V3")
        ? List.of("No generated row could meet ck_jobs_span of jobs; it has those of V1 alone.")
        : List.of();
  }
}
