package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.rewrite.Names;
import java.util.List;

/** A trigger that computes a column from others, as the server does for a generated one. */
final class SyncTrigger {

  private final String table;
  private final String name;
  private final String function;

  /**
   * A trigger that is to be made.
   *
   * @param column that it fills, unquoted
   */
  SyncTrigger(Table table, String column) {
    this.table = table.sqlName();
    this.name = Names.of(table, column, "sync");
    this.function = Names.qualified(table, column, "sync");
  }

  /**
   * The statements that make it.
   *
   * @param assignment in PL/pgSQL, without a semicolon
   */
  List<String> create(String assignment) {
    return List.of(
        """
      CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
          %s;
          RETURN NEW;
      END
      $$;"""
            .formatted(function, assignment),
        """
      CREATE TRIGGER %s BEFORE INSERT OR UPDATE ON %s
      FOR EACH ROW EXECUTE FUNCTION %s();"""
            .formatted(name, table, function));
  }
}
