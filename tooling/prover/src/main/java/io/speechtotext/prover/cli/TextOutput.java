package io.speechtotext.prover.cli;

import io.speechtotext.prover.Outcome;
import io.speechtotext.prover.VersionProof;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.source.MigrationSet;
import io.speechtotext.prover.source.ProvableMigration;
import io.speechtotext.prover.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** For people: a line for each version, and its findings below it. */
final class TextOutput implements Output {

  private static final int LONGEST_DESCRIPTION = 40;

  private final Console console;
  private final FindingText findings;
  private final String form;

  TextOutput(Console console, MigrationSet set) {
    this.console = console;
    this.findings = new FindingText(console);
    this.form =
        "%%-%ds  %%-%ds  "
            .formatted(
                widest(set, ProvableMigration::version),
                widest(set, migration -> shortened(migration.description())));
  }

  private static int widest(MigrationSet set, Function<ProvableMigration, String> text) {
    return set.migrations().stream().mapToInt(each -> text.apply(each).length()).max().orElse(1);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_DESCRIPTION
        ? text
        : text.substring(0, LONGEST_DESCRIPTION - 1) + "…";
  }

  @Override
  public void proven(VersionProof proof) {
    ProvableMigration migration = proof.migration();
    console.say(
        form.formatted(migration.version(), shortened(migration.description()))
            + verdict(proof)
            + console.faint(times(proof)));
    proof.findings().stream()
        .sorted(Comparator.comparing(Finding::rule).thenComparing(Finding::line))
        .forEach(findings::say);
    proof.notes().forEach(this::note);
  }

  private void note(String text) {
    String indented = "note: " + text.strip().replace("\n", "\n  ");
    indented.lines().forEach(line -> console.say(console.faint("  " + line)));
  }

  private String verdict(VersionProof proof) {
    List<String> words = new ArrayList<>();
    long failing = Tally.failing(proof);
    boolean isProven = proof.outcome() == Outcome.PROVEN;
    if (!isProven) {
      words.add(console.bad("not proven"));
    }
    if (failing > 0) {
      words.add(console.bad(Tally.count(failing, "finding")));
    } else if (isProven) {
      words.add(console.good("ok"));
    }
    long warnings = Tally.warnings(proof);
    if (warnings > 0) {
      words.add(console.doubtful(Tally.count(warnings, "warning")));
    }
    long allowed = Tally.allowed(proof);
    if (allowed > 0) {
      words.add(allowed + " allowed");
    }
    return String.join(", ", words);
  }

  private static String times(VersionProof proof) {
    Trace trace = proof.trace();
    if (trace == null) {
      return "";
    }
    Duration more = proof.timeAtMoreRows();
    return "  %d ms".formatted(trace.time().toMillis())
        + (more == null ? "" : ", %d ms on more rows".formatted(more.toMillis()));
  }

  @Override
  public void end(Tally tally, Duration took) {
    String summary = tally.summary();
    console.say("");
    console.say(
        (tally.isClean() ? console.good(summary) : console.bad(summary))
            + console.faint("  %d ms".formatted(took.toMillis())));
  }
}
