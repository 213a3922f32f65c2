package io.speechtotext.prover.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.migrator.Script;
import io.speechtotext.prover.Outcome;
import io.speechtotext.prover.VersionProof;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.source.ProvableMigration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final Finding ERROR = finding(Rule.TABLE_REWRITE);
  private static final Finding WARNING = finding(Rule.MANY_ALTERS);
  private static final Finding UNPROVEN = finding(Rule.NOT_PROVEN);

  @Test
  void isTheWorstOfWhatWasFound() {
    assertThat(verdict(Outcome.PROVEN)).isEqualTo(Verdict.OK);
    assertThat(verdict(Outcome.PROVEN, ERROR.allowed("small"))).isEqualTo(Verdict.ALLOWED);
    assertThat(verdict(Outcome.PROVEN, ERROR.allowed("small"), WARNING))
        .isEqualTo(Verdict.WARNINGS);
    assertThat(verdict(Outcome.PROVEN, WARNING, ERROR)).isEqualTo(Verdict.FAILS);
  }

  @Test
  void isNeverGoodWhereNotAllWasTried() {
    assertThat(verdict(Outcome.NOT_PROVEN)).isEqualTo(Verdict.NOT_PROVEN);
    assertThat(verdict(Outcome.NOT_PROVEN, UNPROVEN, WARNING)).isEqualTo(Verdict.NOT_PROVEN);
    assertThat(verdict(Outcome.NOT_PROVEN, UNPROVEN, ERROR)).isEqualTo(Verdict.FAILS);
  }

  private static Verdict verdict(Outcome outcome, Finding... findings) {
    Catalog nothing = new Catalog(List.of(), List.of(), List.of());
    return Verdict.of(
        new VersionProof(
            new ProvableMigration("V1", "any", new Script("V1__any.sql", "", null), null, null),
            outcome,
            nothing,
            nothing,
            "",
            "",
            null,
            null,
            null,
            List.of(),
            List.of(findings)));
  }

  private static Finding finding(Rule rule) {
    return new Finding("V1", rule, "jobs", "V1__any.sql", 1, "", "", null);
  }
}
