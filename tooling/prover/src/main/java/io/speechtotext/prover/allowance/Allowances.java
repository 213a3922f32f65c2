package io.speechtotext.prover.allowance;

import io.speechtotext.migrator.Script;
import io.speechtotext.prover.allowance.AllowanceLine.Allows;
import io.speechtotext.prover.allowance.AllowanceLine.Wrong;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.source.ProvableMigration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The allowances of one migration. A file holds a line {@code allow <rule> on <object>: <reason>}
 * for each, comments that begin with {@code #}, and blank lines. Immutable.
 */
public final class Allowances {

  private final String version;
  private final String file;
  private final List<Allowance> allowances;
  private final List<Wrong> wrong;

  private Allowances(String version, String file, List<Allowance> allowances, List<Wrong> wrong) {
    this.version = version;
    this.file = file;
    this.allowances = allowances;
    this.wrong = wrong;
  }

  /** Reads the file beside a migration; no file allows nothing. */
  public static Allowances of(ProvableMigration migration) {
    @Nullable Script safety = migration.safety();
    return safety == null
        ? new Allowances(migration.version(), "", List.of(), List.of())
        : parse(migration.version(), safety);
  }

  private static Allowances parse(String version, Script safety) {
    List<Allowance> allowances = new ArrayList<>();
    List<Wrong> wrong = new ArrayList<>();
    List<String> lines = safety.sql().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Optional<AllowanceLine> line = AllowanceLine.read(safety.name(), lines.get(i), i + 1);
      if (line.isPresent() && line.get() instanceof Allows allows) {
        allowances.add(allows.allowance());
      } else if (line.isPresent() && line.get() instanceof Wrong no) {
        wrong.add(no);
      }
    }
    return new Allowances(version, safety.name(), allowances, wrong);
  }

  /**
   * Gives each finding the reason of the allowance that covers it.
   *
   * @return the findings in their order; behind them, a finding for each line that covers none
   */
  public List<Finding> apply(List<Finding> findings) {
    Set<Allowance> used = new HashSet<>();
    List<Finding> judged = judged(findings, used);
    allowances.stream()
        .filter(allowance -> !used.contains(allowance))
        .forEach(allowance -> judged.add(unused(allowance)));
    return judged;
  }

  /**
   * The same for a migration that could not be tried to its end: what it would have broken then,
   * nobody knows, so a line that covers nothing may be right.
   */
  public List<Finding> applyToUnproven(List<Finding> findings) {
    return judged(findings, new HashSet<>());
  }

  private List<Finding> judged(List<Finding> findings, Set<Allowance> used) {
    List<Finding> judged = new ArrayList<>();
    for (Finding finding : findings) {
      Optional<Allowance> allowance =
          allowances.stream().filter(each -> each.covers(finding)).findFirst();
      allowance.ifPresent(used::add);
      judged.add(allowance.map(each -> finding.allowed(each.reason())).orElse(finding));
    }
    wrong.forEach(line -> judged.add(unused(line.object(), line.line(), line.trouble())));
    return judged;
  }

  private Finding unused(Allowance allowance) {
    return unused(
        allowance.object(),
        allowance.line(),
        "There is no %s on %s that it could allow, or a line above does. Next: delete it."
            .formatted(allowance.rule().id(), allowance.object()));
  }

  private Finding unused(String object, int line, String detail) {
    return new Finding(version, Rule.UNUSED_ALLOW, object, file, line, detail, "", null);
  }
}
