package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.trace.TracedStatement;
import java.util.List;
import java.util.Optional;

/**
 * Statements that note something in the catalog and do no more: columns added, defaults and
 * comments changed, constraints added that are not validated.
 */
final class CatalogOnly {

  private CatalogOnly() {}

  static boolean is(TracedStatement statement) {
    List<Table> before = statement.before().tables();
    List<Table> after = statement.after().tables();
    if (before.equals(after)) {
      // Something that no table shows, such as a storage parameter; LOCK TABLE is none of these.
      return Statements.verb(statement).equals("alter");
    }
    return before.size() == after.size()
        && before.stream()
            .allMatch(
                table ->
                    statement
                        .after()
                        .table(table.oid())
                        .filter(now -> now.equals(table) || onlyAdds(table, now))
                        .isPresent());
  }

  private static boolean onlyAdds(Table before, Table after) {
    return before.toString().equals(after.toString())
        && before.fileNode() == after.fileNode()
        && before.indexes().equals(after.indexes())
        && before.columns().stream()
            .allMatch(column -> isKept(column, after.column(column.number())))
        && after.constraints().containsAll(before.constraints())
        && after.constraints().stream()
            .noneMatch(each -> !before.constraints().contains(each) && each.validated());
  }

  private static boolean isKept(Column before, Optional<Column> after) {
    return after
        .filter(
            now ->
                now.name().equals(before.name())
                    && now.type().equals(before.type())
                    && now.notNull() == before.notNull()
                    && now.generated().equals(before.generated()))
        .isPresent();
  }
}
