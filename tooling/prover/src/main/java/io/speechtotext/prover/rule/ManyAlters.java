package io.speechtotext.prover.rule;

import io.speechtotext.migrator.script.SqlToken;
import io.speechtotext.migrator.script.SqlTokenizer;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.trace.TracedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several {@code ALTER TABLE}s of one existing table in one transaction that could be one. They
 * could not where one must stand alone (RENAME, SET SCHEMA, VALIDATE and the like), where a
 * statement between them names the table, or where PostgreSQL, which orders the actions of one
 * statement by their kind, would do them in an order that does harm.
 */
final class ManyAlters implements SafetyCheck {

  private record Part(TracedStatement statement, AlterTable alter) {}

  @Override
  public List<Finding> check(Evidence evidence) {
    Breach breach = new Breach(evidence, Rule.MANY_ALTERS);
    Map<Long, Finding> findings = new LinkedHashMap<>();
    for (List<TracedStatement> transaction : Transactions.of(evidence.trace())) {
      for (List<Part> run : runs(evidence, transaction)) {
        Part first = run.get(0);
        first
            .alter()
            .table(first.statement().before())
            .ifPresent(table -> findings.putIfAbsent(table.oid(), finding(breach, table, run)));
      }
    }
    return List.copyOf(findings.values());
  }

  private static List<List<Part>> runs(Evidence evidence, List<TracedStatement> transaction) {
    List<List<Part>> runs = new ArrayList<>();
    Map<Long, List<Part>> open = new HashMap<>();
    for (TracedStatement statement : transaction) {
      Optional<AlterTable> alter = AlterTable.of(statement.sql());
      Optional<Table> table =
          alter
              .flatMap(each -> each.table(statement.before()))
              .filter(each -> evidence.existedBefore(each.oid()));
      endMentioned(open, statement, table.map(Table::oid).orElse(0L));
      if (alter.isPresent() && table.isPresent()) {
        add(runs, open, table.get().oid(), new Part(statement, alter.get()));
      }
    }
    return runs.stream().filter(run -> run.size() > 1).toList();
  }

  private static void add(
      List<List<Part>> runs, Map<Long, List<Part>> open, long table, Part part) {
    List<Part> run = open.get(table);
    if (part.alter().actions().stream().anyMatch(AlterTable.Action::standsAlone)) {
      open.remove(table);
    } else if (run != null && run.stream().noneMatch(earlier -> clash(earlier, part))) {
      run.add(part);
    } else {
      List<Part> begun = new ArrayList<>(List.of(part));
      runs.add(begun);
      open.put(table, begun);
    }
  }

  private static boolean clash(Part earlier, Part later) {
    return earlier.alter().actions().stream()
        .anyMatch(a -> later.alter().actions().stream().anyMatch(b -> clash(a, b)));
  }

  private static boolean clash(AlterTable.Action earlier, AlterTable.Action later) {
    // Dropped first, the CHECK would no longer spare SET NOT NULL its scan.
    if ((earlier.setsNotNull() && later.begins("drop", "constraint"))
        || (later.setsNotNull() && earlier.begins("drop", "constraint"))) {
      return true;
    }
    boolean isSame = earlier.target().equals(later.target());
    boolean undoes = later.verb().equals("alter") || later.verb().equals("drop");
    return isSame && undoes && (earlier.verb().equals("add") || earlier.changesType());
  }

  private static void endMentioned(
      Map<Long, List<Part>> open, TracedStatement statement, long altered) {
    List<SqlToken> tokens = SqlTokenizer.tokens(statement.sql());
    if (tokens.isEmpty() || tokens.get(0).is("comment")) {
      return;
    }
    open.keySet().removeIf(table -> table != altered && mentions(statement, tokens, table));
  }

  private static boolean mentions(TracedStatement statement, List<SqlToken> tokens, long table) {
    String name = statement.before().table(table).map(Table::name).orElse("");
    return tokens.stream()
        .anyMatch(
            token -> token.isName() ? token.text().equals(name) : token.text().contains(name));
  }

  private static Finding finding(Breach breach, Table table, List<Part> run) {
    List<String> actions = new ArrayList<>();
    run.forEach(part -> part.alter().actions().forEach(action -> actions.add(action.sql())));
    String rewrite =
        run.get(0).alter().opening() + "\n    " + String.join(",\n    ", actions) + ";\n";
    String lines =
        String.join(", ", run.stream().map(part -> "" + part.statement().line()).toList());
    return breach.by(
        run.get(0).statement(),
        table.toString(),
        "%d statements alter %s, in lines %s.".formatted(run.size(), table, lines),
        rewrite);
  }
}
