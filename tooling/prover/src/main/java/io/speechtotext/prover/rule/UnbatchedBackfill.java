package io.speechtotext.prover.rule;

import io.speechtotext.migrator.script.SqlToken;
import io.speechtotext.migrator.script.SqlTokenizer;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.rewrite.FollowingVersion;
import io.speechtotext.prover.rewrite.KeyedBatches;
import io.speechtotext.prover.rewrite.MaskedSql;
import io.speechtotext.prover.trace.TracedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows of an existing table that were updated or deleted, by the server's own count, in the same
 * transaction as a change of the schema. The count knows what triggers and cascades wrote, too; it
 * does not know a statement that met no row.
 */
final class UnbatchedBackfill implements SafetyCheck {

  private static final Set<String> DDL =
      Set.of("create", "alter", "drop", "truncate", "reindex", "cluster", "refresh");
  // One table, no alias, no FROM: what can be cut in two at its WHERE.
  private static final Pattern PLAIN =
      Pattern.compile(
          "\\s*(?<begin>(?:UPDATE\\s+(?:ONLY\\s+)?[^\\s*]+\\s+SET\\s(?:(?!\\b(?:FROM|RETURNING|WHERE)\\b).)+"
              + "|DELETE\\s+FROM\\s+(?:ONLY\\s+)?[^\\s*]+))"
              + "(?:\\sWHERE\\s(?<condition>(?:(?!\\bRETURNING\\b).)+))?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  @Override
  public List<Finding> check(Evidence evidence) {
    List<TracedStatement> besideDdl =
        Transactions.of(evidence.trace()).stream()
            .filter(each -> each.stream().anyMatch(UnbatchedBackfill::changesSchema))
            .flatMap(List::stream)
            .toList();
    List<Finding> findings = new ArrayList<>();
    for (Table table : evidence.before().tables()) {
      besideDdl.stream()
          .filter(statement -> statement.activityOn(table.oid()).changesRows())
          .findFirst()
          .ifPresent(statement -> findings.add(finding(evidence, table, statement)));
    }
    return findings;
  }

  private static boolean changesSchema(TracedStatement statement) {
    List<SqlToken> tokens = SqlTokenizer.tokens(statement.sql());
    return (!tokens.isEmpty() && DDL.contains(tokens.get(0).text()))
        || !statement.before().equals(statement.after());
  }

  private static Finding finding(Evidence evidence, Table table, TracedStatement statement) {
    var activity = statement.activityOn(table.oid());
    String detail =
        "The statement updated %d and deleted %d rows of %s in the transaction that changes the schema."
            .formatted(activity.updated(), activity.deleted(), table);
    return new Breach(evidence, Rule.UNBATCHED_BACKFILL)
        .by(statement, table.toString(), detail, rewrite(evidence, table, statement));
  }

  private static String rewrite(Evidence evidence, Table table, TracedStatement statement) {
    String version = evidence.migration().version();
    return """
        -- %s: the change of the schema, without this statement.
        -- %s, in a migration of its own, with executeInTransaction=false in its .sql.conf:
        %s"""
        .formatted(version, FollowingVersion.of(version, 1), inBatches(table, statement));
  }

  private static String inBatches(Table table, TracedStatement statement) {
    MaskedSql masked = MaskedSql.of(statement.sql());
    Matcher plain = masked.matcher(PLAIN);
    String other =
        "-- repeated until it meets no row, for at most 10000 of them at a time:\n%s;\n"
            .formatted(masked.stripped());
    return plain.matches()
        ? KeyedBatches.of(table, masked.group(plain, "begin"), masked.group(plain, "condition"))
            .orElse(other)
        : other;
  }
}
