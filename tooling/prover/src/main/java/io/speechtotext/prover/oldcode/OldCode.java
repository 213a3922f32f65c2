package io.speechtotext.prover.oldcode;

import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.rule.Evidence;
import io.speechtotext.prover.trace.TracedStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which migrations break code that was generated from the version before: from what differs
 * between the two catalogs, and from statements of such code that are sent to both databases. Not
 * thread-safe.
 */
public final class OldCode {

  private final Evidence evidence;
  private final Connection atNew;
  private final Trial trial;
  private final StepwiseSql steps;
  private final List<CodeBreak> breaks = new ArrayList<>();

  private OldCode(Connection atOld, Connection atNew, Evidence evidence) {
    this.evidence = evidence;
    this.atNew = atNew;
    this.trial = new Trial(atOld, atNew, evidence.after());
    this.steps = new StepwiseSql(evidence.migration().version());
  }

  /**
   * What breaks; each object once.
   *
   * @param atOld a database at the version before, with rows
   * @param atNew a database at the migration's version
   */
  public static List<Finding> check(Connection atOld, Connection atNew, Evidence evidence)
      throws SQLException {
    atOld.setAutoCommit(false);
    atNew.setAutoCommit(false);
    try {
      return new OldCode(atOld, atNew, evidence).check();
    } finally {
      atOld.rollback();
      atOld.setAutoCommit(true);
      atNew.rollback();
      atNew.setAutoCommit(true);
    }
  }

  private List<Finding> check() throws SQLException {
    for (Table former : AffectedTables.of(evidence, atNew)) {
      breaks.addAll(table(former));
    }
    breaks.addAll(
        TypeBreaks.find(evidence.migration().version(), evidence.before(), evidence.after()));
    Map<String, CodeBreak> byObject = new LinkedHashMap<>();
    breaks.forEach(
        each -> byObject.merge(each.object(), each, (first, other) -> first.with(other.detail())));
    return byObject.values().stream().map(this::finding).toList();
  }

  private List<CodeBreak> table(Table former) throws SQLException {
    List<CodeBreak> found = new ArrayList<>(fromCatalogs(former));
    Trial.Result result = trial.of(former);
    if (result.insertsSucceed()) {
      found.removeIf(CodeBreak::refutable);
    }
    for (Trial.Refusal refusal : result.refusals()) {
      blame(former, found, refusal);
    }
    return found;
  }

  private List<CodeBreak> fromCatalogs(Table former) throws SQLException {
    Table now = evidence.after().table(former.toString()).orElse(null);
    if (now == null) {
      return isThere(former) ? List.of() : List.of(gone(former));
    }
    List<CodeBreak> found =
        new ArrayList<>(
            new ColumnBreaks(steps, evidence.before(), evidence.after(), former, now).find());
    found.addAll(UniqueBreaks.find(steps, former, now));
    return found;
  }

  // A view of the table's name may stand in for it; statements tell whether it does.
  private boolean isThere(Table former) throws SQLException {
    try (PreparedStatement query = atNew.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
      query.setString(1, former.sqlName());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private CodeBreak gone(Table former) {
    String name = former.toString();
    @Nullable Table renamed = evidence.after().table(former.oid()).orElse(null);
    return renamed == null
        ? new CodeBreak(
            name, name, "The table %s is gone.".formatted(name), steps.droppedTable(former), false)
        : new CodeBreak(
            name,
            name,
            "The table %s is now called %s.".formatted(name, renamed),
            steps.renamedTable(former, renamed),
            false);
  }

  private void blame(Table former, List<CodeBreak> found, Trial.Refusal refusal) {
    String object =
        refusal.column().isEmpty() ? former.toString() : former + "." + refusal.column();
    for (int i = 0; i < found.size(); i++) {
      CodeBreak known = found.get(i);
      boolean isWhole = known.object().equals(former.toString());
      if (known.object().equals(object) || refusal.column().isEmpty() || isWhole) {
        found.set(i, known.with(refusal.text()));
        return;
      }
    }
    String rewrite = steps.announced(object);
    found.add(new CodeBreak(former.toString(), object, refusal.text(), rewrite, false));
  }

  private Finding finding(CodeBreak broken) {
    return new Finding(
        evidence.migration().version(),
        Rule.BREAKS_OLD_CODE,
        broken.object(),
        evidence.migration().up().name(),
        line(broken),
        broken.detail(),
        broken.rewrite(),
        null);
  }

  // Where the table, or the types, became another.
  private int line(CodeBreak broken) {
    return evidence.trace().statements().stream()
        .filter(statement -> changes(statement, broken))
        .mapToInt(TracedStatement::line)
        .findFirst()
        .orElse(0);
  }

  private boolean changes(TracedStatement statement, CodeBreak broken) {
    long table = evidence.before().table(broken.table()).map(Table::oid).orElse(0L);
    return !statement.before().types().equals(statement.after().types())
        || !statement.before().table(table).equals(statement.after().table(table));
  }
}
