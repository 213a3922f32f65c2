package io.speechtotext.prover.cli;

import io.speechtotext.prover.Outcome;
import io.speechtotext.prover.ProofListener;
import io.speechtotext.prover.VersionProof;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Severity;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what was found. Not thread-safe. */
final class Tally implements ProofListener {

  private int versions;
  private int safe;
  private int notProven;
  private long failing;
  private long warnings;
  private long allowed;

  @Override
  public void proven(VersionProof proof) {
    versions++;
    if (proof.outcome() == Outcome.NOT_PROVEN) {
      notProven++;
    } else if (failing(proof) == 0) {
      safe++;
    }
    failing += failing(proof);
    warnings += warnings(proof);
    allowed += allowed(proof);
  }

  static long failing(VersionProof proof) {
    return proof.findings().stream().filter(Finding::fails).count();
  }

  static long warnings(VersionProof proof) {
    return proof.findings().stream()
        .filter(finding -> finding.rule().severity() == Severity.WARNING)
        .filter(finding -> finding.allowedBecause() == null)
        .count();
  }

  static long allowed(VersionProof proof) {
    return proof.findings().stream().filter(finding -> finding.allowedBecause() != null).count();
  }

  /** {@code 1 finding}, {@code 2 findings}. */
  static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  boolean isClean() {
    return failing == 0;
  }

  int exitCode() {
    return isClean() ? ExitCode.PROVEN : ExitCode.FOUND;
  }

  /** All counts, in a line. */
  String summary() {
    return "%s: %d safe, %d not proven; %s, %s, %d allowed"
        .formatted(
            count(versions, "version"),
            safe,
            notProven,
            count(failing, "finding"),
            count(warnings, "warning"),
            allowed);
  }

  /** The same for programs. */
  Map<String, Long> numbers() {
    Map<String, Long> numbers = new LinkedHashMap<>();
    numbers.put("versions", (long) versions);
    numbers.put("safe", (long) safe);
    numbers.put("not_proven", (long) notProven);
    numbers.put("findings", failing);
    numbers.put("warnings", warnings);
    numbers.put("allowed", allowed);
    return numbers;
  }
}
