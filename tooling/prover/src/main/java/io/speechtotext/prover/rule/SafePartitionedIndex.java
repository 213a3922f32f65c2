package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An index of a partitioned table, which knows no CONCURRENTLY: one partition after the other. */
final class SafePartitionedIndex {

  private static final Pattern ON =
      Pattern.compile(" ON (?:ONLY )?(?:\"[^\"]*+(?:\"\"[^\"]*+)*+\"|[^\\s\"])++ USING ");

  private SafePartitionedIndex() {}

  static Rewrite of(Change change, Index index) {
    List<String> partitions = new ArrayList<>();
    List<String> attached = new ArrayList<>();
    change
        .withPartitions()
        .filter(each -> each.after().parentOid() == change.after().oid())
        .forEach(
            each ->
                each.newIndexes()
                    .forEach(
                        own -> {
                          partitions.add(Definitions.createIndexConcurrently(own));
                          attached.add(
                              "ALTER INDEX %s ATTACH PARTITION %s;"
                                  .formatted(index.sqlName(), own.sqlName()));
                        }));
    attached.add(0, onlyParent(change.after(), index));
    return new Rewrite(List.of(partitions, attached));
  }

  private static String onlyParent(Table table, Index index) {
    String on = " ON ONLY %s USING ".formatted(table.sqlName());
    return ON.matcher(index.definition()).replaceFirst(Matcher.quoteReplacement(on)) + ";";
  }
}
