package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.rewrite.FollowingVersion;
import io.speechtotext.prover.rewrite.Names;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Foreign keys with no index that leads with their columns, in whatever order: those that the
 * migration adds, and older ones whose index it takes away. An index that holds only the rows where
 * the columns are not null serves as well. Partitions have the keys and indexes of their table.
 */
final class ForeignKeyWithoutIndex implements SafetyCheck {

  @Override
  public List<Finding> check(Evidence evidence) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    for (Table table : evidence.after().tables()) {
      for (Constraint key : table.constraints()) {
        if (lacksIndex(evidence.after(), table, key)
            && !lackedIndex(evidence.before(), table, key)) {
          Finding finding = finding(evidence, table, key);
          findings.putIfAbsent(finding.object(), finding);
        }
      }
    }
    return List.copyOf(findings.values());
  }

  private static boolean lacksIndex(Catalog catalog, Table table, Constraint key) {
    return key.kind() == Constraint.Kind.FOREIGN_KEY
        && !catalog.isPartition(table)
        && table.indexes().stream().noneMatch(index -> serves(table, index, key));
  }

  private static boolean lackedIndex(Catalog before, Table table, Constraint key) {
    return before
        .table(table.oid())
        .filter(
            former ->
                former.constraints().stream()
                    .anyMatch(each -> each.oid() == key.oid() && lacksIndex(before, former, each)))
        .isPresent();
  }

  private static boolean serves(Table table, Index index, Constraint key) {
    int width = key.columns().size();
    boolean isOrdered =
        index.definition().contains(" USING btree ")
            || (width == 1 && index.definition().contains(" USING hash "));
    boolean isBuilt = index.valid() || table.partitioned();
    return isOrdered
        && isBuilt
        && holdsAllThatMatter(table, index, key)
        && index.columns().size() >= width
        && new HashSet<>(index.columns().subList(0, width)).equals(new HashSet<>(key.columns()));
  }

  private static boolean holdsAllThatMatter(Table table, Index index, Constraint key) {
    String predicate = index.predicate();
    if (predicate == null) {
      return true;
    }
    Set<String> harmless =
        columns(table, key).stream()
            .map(column -> "(" + column.sqlName() + " IS NOT NULL)")
            .collect(Collectors.toSet());
    return harmless.containsAll(
        List.of(predicate.replaceAll("^\\((\\(.*\\))\\)$", "$1").split(" AND ", -1)));
  }

  private static List<Column> columns(Table table, Constraint key) {
    return key.columns().stream().map(table::column).flatMap(Optional::stream).toList();
  }

  private static Finding finding(Evidence evidence, Table table, Constraint key) {
    List<Column> columns = columns(table, key);
    String object =
        table + "." + columns.stream().map(Column::name).collect(Collectors.joining(","));
    String referenced =
        evidence.after().table(key.referencedTable()).map(Table::toString).orElse("another table");
    return new Breach(evidence, Rule.FK_WITHOUT_INDEX)
        .by(
            statement ->
                statement
                    .after()
                    .table(table.oid())
                    .filter(
                        each ->
                            each.constraints().stream()
                                .anyMatch(
                                    fk ->
                                        fk.oid() == key.oid()
                                            && lacksIndex(statement.after(), each, fk)))
                    .isPresent(),
            object,
            "%s of %s refers to %s, and no index of %s leads with its columns."
                .formatted(key.name(), table, referenced, table),
            rewrite(evidence, table, columns));
  }

  private static String rewrite(Evidence evidence, Table table, List<Column> columns) {
    boolean isNew = !evidence.existedBefore(table.oid());
    String version = evidence.migration().version();
    String where =
        isNew
            ? "-- %s, where nobody uses the table yet:".formatted(version)
            : "-- %s, in a migration of its own:".formatted(FollowingVersion.of(version, 1));
    String names = columns.stream().map(Column::name).collect(Collectors.joining("_"));
    String list = columns.stream().map(Column::sqlName).collect(Collectors.joining(", "));
    return "%s\nCREATE INDEX %s%s ON %s (%s);\n"
        .formatted(
            where,
            isNew || table.partitioned() ? "" : "CONCURRENTLY ",
            Names.of(table, names, "idx"),
            table.sqlName(),
            list);
  }
}
