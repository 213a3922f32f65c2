package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.SqlName;
import io.speechtotext.prover.catalog.Table;
import java.nio.charset.StandardCharsets;

/** Names for what a safe rewrite makes. */
final class Names {

  private static final int MAX_BYTES = 63;

  private Names() {}

  /** A name for SQL in the style of PostgreSQL's own: {@code jobs_status_not_null}. */
  static String of(Table table, String... parts) {
    String suffix = "_" + String.join("_", parts);
    String stem = table.name();
    while (bytes(stem + suffix) > MAX_BYTES && !stem.isEmpty()) {
      stem = stem.substring(0, stem.length() - 1);
    }
    while (bytes(stem + suffix) > MAX_BYTES) {
      suffix = suffix.substring(1);
    }
    return SqlName.quoted(stem + suffix);
  }

  /** The same with the table's schema, for what does not take it from its table. */
  static String qualified(Table table, String... parts) {
    String name = of(table, parts);
    return table.schema().equals("public") ? name : SqlName.quoted(table.schema()) + "." + name;
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
