package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns that the migration adds, or whose type or key it changes, of a type that will be
 * regretted. A narrow integer counts where it is the whole primary key, or is counted up in one: a
 * line's number in a composite key does not run out. For names that are too long, see {@link
 * LongNames}.
 */
final class WeakType implements SafetyCheck {

  private static final long INT2 = 21;
  private static final long INT4 = 23;

  /** What is wrong with a type, and what to take for it. */
  private record Advice(String strong, String reason) {}

  // By the server's fixed object ids; arrays of them too.
  private static final Map<Long, Advice> WEAK =
      Map.of(
          114L, new Advice("jsonb", "json keeps the text, cannot be compared and has no index"),
          199L, new Advice("jsonb[]", "json keeps the text, cannot be compared and has no index"),
          1114L,
              new Advice(
                  "timestamp with time zone", "without its zone, a time means nothing elsewhere"),
          1115L,
              new Advice(
                  "timestamp with time zone[]", "without its zone, a time means nothing elsewhere"),
          1042L, new Advice("text", "char(n) is filled up with blanks"),
          1014L, new Advice("text[]", "char(n) is filled up with blanks"));

  @Override
  public List<Finding> check(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    for (Table table : evidence.after().tables()) {
      Table former = evidence.before().table(table.oid()).orElse(null);
      for (Column column : table.columns()) {
        advice(evidence.after(), table, column)
            .filter(advice -> !isInherited(evidence.after(), table, column))
            .filter(advice -> former == null || !hadIt(evidence.before(), former, column))
            .ifPresent(advice -> findings.add(finding(evidence, table, column, advice)));
      }
    }
    return findings;
  }

  // It is found where it comes from.
  private static boolean isInherited(Catalog catalog, Table table, Column column) {
    return catalog
        .parent(table)
        .flatMap(
            parent -> parent.column(column.name()).flatMap(each -> advice(catalog, parent, each)))
        .isPresent();
  }

  private static boolean hadIt(Catalog before, Table former, Column column) {
    return former.column(column.number()).flatMap(each -> advice(before, former, each)).isPresent();
  }

  private static Optional<Advice> advice(Catalog catalog, Table table, Column column) {
    long type = catalog.baseType(column.typeOid());
    Advice weak = WEAK.get(type);
    if (weak != null) {
      return Optional.of(weak);
    }
    boolean isNarrow = type == INT2 || type == INT4;
    return isNarrow && isKey(table, column)
        ? Optional.of(
            new Advice("bigint", "the table is full at the number's end, and nothing can be added"))
        : Optional.empty();
  }

  private static boolean isKey(Table table, Column column) {
    boolean isCounted =
        !column.identity().isEmpty()
            || Optional.ofNullable(column.defaultSql())
                .filter(sql -> sql.startsWith("nextval("))
                .isPresent();
    return table.constraints().stream()
        .filter(constraint -> constraint.kind() == Constraint.Kind.PRIMARY_KEY)
        .filter(key -> key.columns().contains(column.number()))
        .anyMatch(key -> isCounted || key.columns().size() == 1);
  }

  private static Finding finding(Evidence evidence, Table table, Column column, Advice advice) {
    return new Breach(evidence, Rule.WEAK_TYPE)
        .by(
            statement ->
                statement
                    .after()
                    .table(table.oid())
                    .flatMap(each -> each.column(column.number()))
                    .filter(each -> each.typeOid() == column.typeOid())
                    .isPresent(),
            table + "." + column.name(),
            "%s.%s is %s: %s.".formatted(table, column.name(), column.type(), advice.reason()),
            rewrite(evidence, table, column, advice));
  }

  private static String rewrite(Evidence evidence, Table table, Column column, Advice advice) {
    String definition = column.sqlName() + " " + advice.strong() + suffix(column);
    return evidence.existedBefore(table.oid())
        ? "ALTER TABLE %s ADD COLUMN %s;\n".formatted(table.sqlName(), definition)
        : "-- In CREATE TABLE %s:\n    %s\n".formatted(table.sqlName(), definition);
  }

  private static String suffix(Column column) {
    String identity =
        switch (column.identity()) {
          case "a" -> " GENERATED ALWAYS AS IDENTITY";
          case "d" -> " GENERATED BY DEFAULT AS IDENTITY";
          default -> "";
        };
    boolean isSerial = column.defaultSql() != null && column.defaultSql().startsWith("nextval(");
    String counted = isSerial ? " GENERATED BY DEFAULT AS IDENTITY" : identity;
    return counted.isEmpty() && column.notNull() ? " NOT NULL" : counted;
  }
}
