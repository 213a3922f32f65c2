package io.speechtotext.prover.oldcode;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sends what code of the former version sends, to a database of that version and to one of the new:
 * what only the latter refuses, the migration broke. Both are left as they were, but for the
 * numbers that sequences gave out.
 */
final class Trial {

  /**
   * What the new version refused.
   *
   * @param column to blame, unquoted; empty when the server names none
   * @param text for people
   */
  record Refusal(String column, String text) {}

  /**
   * What came of a table's statements.
   *
   * @param insertsSucceed whether rows can be added as before
   */
  record Result(List<Refusal> refusals, boolean insertsSucceed) {}

  private final Connection atOld;
  private final Connection atNew;
  private final Catalog after;

  /** Both connections are in a transaction that is rolled back. */
  Trial(Connection atOld, Connection atNew, Catalog after) {
    this.atOld = atOld;
    this.atNew = atNew;
    this.after = after;
  }

  Result of(Table former) throws SQLException {
    Map<Answer, List<OldStatement>> refused = new LinkedHashMap<>();
    boolean insertsSucceed = true;
    for (OldStatement statement : OldStatements.of(former, atOld)) {
      Answer now = Answer.to(statement.sql(), atNew);
      insertsSucceed &= !(statement.inserts() && now.isRefusal());
      if (now.isRefusal()
          && isStructural(former, statement, now)
          && !Answer.to(statement.sql(), atOld).isSameRefusalAs(now)) {
        refused.computeIfAbsent(now, key -> new ArrayList<>()).add(statement);
      }
    }
    List<Refusal> refusals = new ArrayList<>();
    refused.forEach((answer, all) -> refusals.add(refusal(former, all, answer)));
    return new Result(refusals, insertsSucceed);
  }

  // A CHECK is to blame only for what the statement leaves out: of given values, others would do.
  private boolean isStructural(Table former, OldStatement statement, Answer answer) {
    if (!answer.isCheckViolation()) {
      return true;
    }
    List<String> checked = checked(former, answer);
    return !checked.isEmpty()
        && statement.leftOut().stream().map(Column::name).toList().containsAll(checked);
  }

  private List<String> checked(Table former, Answer answer) {
    Table now = after.table(former.toString()).orElse(former);
    return now.constraints().stream()
        .filter(constraint -> constraint.name().equals(answer.constraint()))
        .map(Constraint::columns)
        .flatMap(List::stream)
        .map(now::column)
        .flatMap(Optional::stream)
        .map(Column::name)
        .toList();
  }

  private Refusal refusal(Table former, List<OldStatement> statements, Answer answer) {
    List<String> names = new ArrayList<>();
    names.add(answer.column());
    names.addAll(checked(former, answer));
    former.columns().stream()
        .map(Column::name)
        .filter(name -> answer.message().contains('"' + name + '"'))
        .forEach(names::add);
    String column = names.stream().filter(name -> !name.isEmpty()).findFirst().orElse("");
    String what = statements.stream().map(OldStatement::name).collect(Collectors.joining(", "));
    return new Refusal(column, "The server now refuses %s: %s.".formatted(what, answer));
  }
}
