package io.speechtotext.prover.rewrite;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.SqlName;
import io.speechtotext.prover.catalog.Table;
import java.nio.charset.StandardCharsets;

/** Names for what a safe rewrite makes. */
public final class Names {

  private static final int MAX_BYTES = 63;

  private Names() {}

  /** A name for SQL in the style of PostgreSQL's own: {@code jobs_status_not_null}. */
  public static String of(Table table, String... parts) {
    return cut(table.name(), "_" + String.join("_", parts));
  }

  /** The same for what is beside a column: {@code status_since_v2}. */
  public static String beside(Column column, String... parts) {
    return cut(column.name(), "_" + String.join("_", parts));
  }

  /** The same with the table's schema, for what does not take it from its table. */
  public static String qualified(Table table, String... parts) {
    String name = of(table, parts);
    return table.schema().equals("public") ? name : SqlName.quoted(table.schema()) + "." + name;
  }

  private static String cut(String name, String ending) {
    String stem = name;
    String suffix = ending;
    while (bytes(stem + suffix) > MAX_BYTES && !stem.isEmpty()) {
      stem = stem.substring(0, stem.length() - 1);
    }
    while (bytes(stem + suffix) > MAX_BYTES) {
      suffix = suffix.substring(1);
    }
    return SqlName.quoted(stem + suffix);
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
