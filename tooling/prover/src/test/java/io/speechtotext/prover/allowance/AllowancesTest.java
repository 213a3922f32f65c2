package io.speechtotext.prover.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.migrator.Script;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.source.ProvableMigration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowancesTest {

  private static final Finding REWRITE = finding(Rule.TABLE_REWRITE, "jobs");
  private static final Finding INDEX = finding(Rule.INDEX_NOT_CONCURRENT, "Order Items::old.x");

  @Test
  void givesTheReasonToEachFindingThatItCovers() {
    List<Finding> judged =
        apply(
            """
            # Twelve rows.

              allow table-rewrite on jobs:   it holds twelve rows: see the comment\t
            allow index-not-concurrent on Order Items::old.x: nobody writes there
            """,
            REWRITE,
            INDEX,
            REWRITE);

    assertThat(judged)
        .extracting(Finding::allowedBecause)
        .containsExactly(
            "it holds twelve rows: see the comment",
            "nobody writes there",
            "it holds twelve rows: see the comment");
  }

  @Test
  void leavesOtherFindingsAlone() {
    assertThat(apply("allow table-rewrite on jobs: small", REWRITE, INDEX)).last().isEqualTo(INDEX);
  }

  @Test
  void findsEachLineThatAllowsNothing() {
    assertThat(
            apply(
                """
                allow table-rewrite on users: small
                allow table-rewrites on jobs: small
                allow table-rewrite on jobs
                allow table-rewrite on jobs: \s
                allow unused-allow on jobs: perhaps
                permit table-rewrite on jobs: small
                """))
        .extracting(finding -> finding.line() + " " + finding.object() + ": " + finding.detail())
        .satisfiesExactlyInAnyOrder(
            it -> assertThat(it).startsWith("1 users: There is no table-rewrite on users"),
            it -> assertThat(it).startsWith("2 jobs: There is no rule 'table-rewrites'"),
            it -> assertThat(it).startsWith("3 jobs: The reason is missing"),
            it -> assertThat(it).startsWith("4 jobs: The reason is missing"),
            it -> assertThat(it).startsWith("5 jobs: The rule unused-allow cannot be allowed"),
            it ->
                assertThat(it)
                    .startsWith("6 V1__a.safety: It cannot be read")
                    .contains("allow <rule> on <object>: <reason>"));
  }

  @Test
  void allowsNothingWithoutAFile() {
    ProvableMigration bare = new ProvableMigration("V1", "", script("V1__a.sql", ""), null, null);

    assertThat(Allowances.of(bare).apply(List.of(REWRITE))).containsExactly(REWRITE);
  }

  private static List<Finding> apply(String safety, Finding... findings) {
    ProvableMigration migration =
        new ProvableMigration(
            "V1", "", script("V1__a.sql", ""), null, script("V1__a.safety", safety));
    return Allowances.of(migration).apply(List.of(findings));
  }

  private static Script script(String name, String text) {
    return new Script(name, text, null);
  }

  private static Finding finding(Rule rule, String object) {
    return new Finding("V1", rule, object, "V1__a.sql", 1, "", "", null);
  }
}
