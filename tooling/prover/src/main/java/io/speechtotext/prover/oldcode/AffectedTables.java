package io.speechtotext.prover.oldcode;

import io.speechtotext.migrator.script.SqlToken;
import io.speechtotext.migrator.script.SqlTokenizer;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.NamedType;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.rule.Evidence;
import io.speechtotext.prover.trace.LockMode;
import io.speechtotext.prover.trace.TracedStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tables that code of the former version could meet otherwise than before: those whose columns,
 * constraints, indexes or enum types differ between the catalogs; those that the migration locked
 * as a change of triggers, rules or policies does; and, where it makes functions, those with
 * triggers, whose functions may be other ones now. Partitions are met through their table.
 */
final class AffectedTables {

  private static final String WITH_TRIGGERS =
      "SELECT DISTINCT tgrelid FROM pg_catalog.pg_trigger WHERE NOT tgisinternal";

  private AffectedTables() {}

  static List<Table> of(Evidence evidence, Connection atNew) throws SQLException {
    Set<Long> touched = lockedForChange(evidence);
    if (makesFunctions(evidence)) {
      touched.addAll(withTriggers(atNew));
    }
    return evidence.before().tables().stream()
        .filter(table -> !evidence.before().isPartition(table))
        .filter(table -> touched.contains(table.oid()) || differs(evidence, table))
        .toList();
  }

  private static boolean differs(Evidence evidence, Table former) {
    Table now = evidence.after().table(former.oid()).orElse(null);
    return now == null
        || !now.toString().equals(former.toString())
        || !now.columns().equals(former.columns())
        || !now.constraints().equals(former.constraints())
        || !now.indexes().equals(former.indexes())
        || former.columns().stream()
            .anyMatch(
                column ->
                    !labels(evidence.before(), column.typeOid())
                        .equals(labels(evidence.after(), column.typeOid())));
  }

  private static List<String> labels(Catalog catalog, long type) {
    return catalog.types().stream()
        .filter(each -> each.oid() == type)
        .findFirst()
        .map(NamedType::labels)
        .orElse(List.of());
  }

  private static Set<Long> lockedForChange(Evidence evidence) {
    Set<Long> tables = new HashSet<>();
    for (TracedStatement statement : evidence.trace().statements()) {
      statement.taken().stream()
          .filter(lock -> lock.mode().compareTo(LockMode.SHARE_ROW_EXCLUSIVE) >= 0)
          .forEach(lock -> tables.add(lock.relation()));
    }
    return tables;
  }

  private static boolean makesFunctions(Evidence evidence) {
    return evidence.trace().statements().stream()
        .map(statement -> SqlTokenizer.tokens(statement.sql()))
        .anyMatch(
            tokens ->
                tokens.stream()
                    .limit(4)
                    .map(SqlToken::text)
                    .anyMatch(Set.of("function", "procedure", "routine")::contains));
  }

  private static Set<Long> withTriggers(Connection atNew) throws SQLException {
    Set<Long> tables = new HashSet<>();
    try (Statement statement = atNew.createStatement();
        ResultSet row = statement.executeQuery(WITH_TRIGGERS)) {
      while (row.next()) {
        tables.add(row.getLong(1));
      }
    }
    return tables;
  }
}
