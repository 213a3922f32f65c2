package io.speechtotext.prover.rule;

import io.speechtotext.migrator.script.SqlToken;
import io.speechtotext.migrator.script.SqlTokenizer;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.NamedType;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.rewrite.MaskedSql;
import io.speechtotext.prover.trace.TracedStatement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that a script gives and the server cuts off, as they are longer than 63 bytes. */
final class LongNames implements SafetyCheck {

  private static final int LIMIT_IN_BYTES = 63;
  // Leaves room for what people put behind it.
  private static final int SHORT_IN_BYTES = 55;

  @Override
  public List<Finding> check(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    Set<String> seen = new HashSet<>(names(evidence.before()));
    Set<String> after = names(evidence.after());
    for (TracedStatement statement : evidence.trace().statements()) {
      for (SqlToken token : SqlTokenizer.tokens(statement.sql())) {
        String cut = cut(token.text(), LIMIT_IN_BYTES);
        boolean isLong = token.isName() && !cut.equals(token.text());
        if (isLong && after.contains(cut) && seen.add(cut)) {
          findings.add(finding(evidence, statement, token.text(), cut));
        }
      }
    }
    return findings;
  }

  private static Set<String> names(Catalog catalog) {
    Set<String> names = new HashSet<>(catalog.schemas());
    catalog.types().stream().map(NamedType::name).forEach(names::add);
    for (Table table : catalog.tables()) {
      names.add(table.name());
      table.columns().stream().map(Column::name).forEach(names::add);
      table.constraints().stream().map(Constraint::name).forEach(names::add);
      table.indexes().stream().map(Index::name).forEach(names::add);
    }
    return names;
  }

  // Between two characters, as the server cuts.
  private static String cut(String name, int limitInBytes) {
    int end = name.length();
    while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > limitInBytes) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end);
  }

  private static Finding finding(
      Evidence evidence, TracedStatement statement, String name, String cut) {
    String sql = MaskedSql.of(statement.sql()).stripped();
    return new Breach(evidence, Rule.WEAK_TYPE)
        .by(
            statement,
            cut,
            "The script says %s; the server has cut it off after %d bytes."
                .formatted(name, LIMIT_IN_BYTES),
            sql.replace(name, cut(name, SHORT_IN_BYTES)) + ";\n");
  }
}
