package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.rewrite.Names;
import java.util.List;
import java.util.stream.Collectors;

/** A trigger that does to a table's twin what is done to the table. */
final class TwinTrigger {

  private final Table table;
  private final String twin;
  private final List<Column> key;
  private final String name;
  private final String function;

  TwinTrigger(Table table, String twin, List<Column> key) {
    this.table = table;
    this.twin = twin;
    this.key = key;
    this.name = Names.of(table, "sync_twin");
    this.function = Names.qualified(table, "sync_twin");
  }

  /** The statements that make it. */
  List<String> create() {
    return List.of(
        """
        CREATE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP <> 'INSERT' THEN
                DELETE FROM %2$s WHERE %3$s;
            END IF;
            IF TG_OP <> 'DELETE' THEN
                INSERT INTO %2$s (%4$s) OVERRIDING SYSTEM VALUE
                VALUES (%5$s);
            END IF;
            RETURN NULL;
        END
        $$;"""
            .formatted(
                function,
                twin,
                key.stream()
                    .map(column -> "%1$s = OLD.%1$s".formatted(column.sqlName()))
                    .collect(Collectors.joining(" AND ")),
                TableTwin.columns(table, column -> column),
                TableTwin.columns(table, column -> "NEW." + column)),
        """
        CREATE TRIGGER %s AFTER INSERT OR UPDATE OR DELETE ON %s
            FOR EACH ROW EXECUTE FUNCTION %s();"""
            .formatted(name, table.sqlName(), function));
  }

  /** The statements that remove it. */
  List<String> drop() {
    return List.of(
        "DROP TRIGGER %s ON %s;".formatted(name, table.sqlName()),
        "DROP FUNCTION %s();".formatted(function));
  }
}
