package io.speechtotext.prover.dependence;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Queries of the rows that break a rule: each in one line, for people to run too. */
final class Offenders {

  private Offenders() {}

  static String ofCheck(Table table, Constraint check) {
    String expression =
        check
            .definition()
            .replaceFirst("^CHECK ", "")
            .replaceFirst("(?: NO INHERIT)?(?: NOT VALID)?(?: NOT ENFORCED)?$", "");
    return "SELECT * FROM %s WHERE NOT %s"
        .formatted(table.sqlName(), expression.replaceAll("\\s*\\n\\s*", " "));
  }

  static String ofForeignKey(Table table, Table referenced, Constraint key) {
    List<String> set = new ArrayList<>();
    List<String> equal = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      String own = name(table, key.columns().get(i));
      set.add("l." + own + " IS NOT NULL");
      equal.add("r." + name(referenced, key.referencedColumns().get(i)) + " = l." + own);
    }
    return "SELECT l.* FROM %s AS l WHERE %s AND NOT EXISTS (SELECT FROM %s AS r WHERE %s)"
        .formatted(
            table.sqlName(),
            String.join(" AND ", set),
            referenced.sqlName(),
            String.join(" AND ", equal));
  }

  private static String name(Table table, int column) {
    return table.column(column).map(Column::sqlName).orElse("?");
  }

  static String ofUnique(Table table, Index index) {
    List<String> keys = IndexText.keys(index.definition());
    String list = String.join(", ", keys);
    String filled =
        index.definition().contains(" NULLS NOT DISTINCT")
            ? ""
            : keys.stream().map(key -> key + " IS NOT NULL").collect(Collectors.joining(" AND "));
    String predicate = index.predicate() == null ? "" : index.predicate();
    String both = filled.isEmpty() || predicate.isEmpty() ? "" : " AND ";
    String condition = filled + both + predicate;
    return "SELECT %s, count(*) FROM %s%s GROUP BY %s HAVING count(*) > 1"
        .formatted(list, table.sqlName(), condition.isEmpty() ? "" : " WHERE " + condition, list);
  }

  static String ofExclusion(Table table, Constraint constraint, String condition) {
    List<String> values = new ArrayList<>();
    List<String> clashes = new ArrayList<>();
    for (String element : IndexText.keys(" USING " + constraint.definition())) {
      int with = element.lastIndexOf(" WITH ");
      String value = "v" + (values.size() + 1);
      values.add(element.substring(0, with) + " AS " + value);
      clashes.add("a.%1$s %2$s b.%1$s".formatted(value, element.substring(with + 6)));
    }
    String rows =
        "(SELECT tableoid, ctid, %s FROM %s WHERE %s)"
            .formatted(String.join(", ", values), table.sqlName(), condition);
    return "SELECT a.* FROM %s AS a JOIN %s AS b ON (a.tableoid, a.ctid) < (b.tableoid, b.ctid) AND %s"
        .formatted(rows, rows, String.join(" AND ", clashes));
  }
}
