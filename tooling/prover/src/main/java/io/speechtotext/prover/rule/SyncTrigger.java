package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Table;

/** A trigger that keeps a column in step with others while rows are still copied. */
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
  String[] create(String assignment) {
    return new String[] {
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
          .formatted(name, table, function)
    };
  }

  /** The statements that remove it. */
  String[] drop() {
    return new String[] {
      "DROP TRIGGER %s ON %s;".formatted(name, table), "DROP FUNCTION %s();".formatted(function)
    };
  }
}
