package io.speechtotext.prover.rule;

import io.speechtotext.prover.finding.Finding;
import java.util.List;

/** Every rule that is judged by what one run of a migration showed. */
public final class SafetyRules {

  private static final List<SafetyCheck> CHECKS =
      List.of(
          new DropsData(),
          new Truncates(),
          new ConstraintNotValid(),
          new FkLocksBoth(),
          new SetNotNullScan(),
          new TypeChangeRewrite(),
          new TableRewrite(),
          new IndexRewrite(),
          new IndexNotConcurrent(),
          new UniqueBuildsIndex(),
          new PkFlipsNull(),
          new ExclusionConstraint(),
          new NoLockTimeout(),
          new UnbatchedBackfill(),
          new WorkUnderExclusive(),
          new InvalidIndex(),
          new ForeignKeyWithoutIndex(),
          new ManyAlters(),
          new WeakType(),
          new LongNames());

  // What a migration leaves when it stops half-way.
  private static final List<SafetyCheck> LEFTOVERS = List.of(new InvalidIndex());

  private SafetyRules() {}

  /** What a migration broke; each object once for each rule. */
  public static List<Finding> check(Evidence evidence) {
    return CHECKS.stream().flatMap(check -> check.check(evidence).stream()).toList();
  }

  /** What a migration that failed leaves behind. */
  public static List<Finding> checkFailed(Evidence evidence) {
    return LEFTOVERS.stream().flatMap(check -> check.check(evidence).stream()).toList();
  }
}
