package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.rewrite.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A column with another value in each row: given to new rows at once, to old ones bit by bit. */
final class NewColumn {

  private static final Pattern SEQUENCE = Pattern.compile("nextval\\('(.+)'::regclass\\)");

  private NewColumn() {}

  static Rewrite of(Table table, Column column) {
    Rewrite rewrite = column.isGenerated() ? generated(table, column) : filled(table, column);
    return column.notNull() ? rewrite.then(SafeNotNull.of(table, column)) : rewrite;
  }

  private static Rewrite filled(Table table, Column column) {
    List<String> first = new ArrayList<>();
    String sequence = sequence(table, column);
    String value =
        column.defaultSql() == null ? "nextval('" + sequence + "')" : column.defaultSql();
    if (!sequence.isEmpty()) {
      first.add("CREATE SEQUENCE %s;".formatted(sequence));
    }
    first.add(
        "ALTER TABLE %1$s ADD COLUMN %2$s %3$s, ALTER COLUMN %2$s SET DEFAULT %4$s;"
            .formatted(table.sqlName(), column.sqlName(), column.type(), value));
    if (!sequence.isEmpty()) {
      first.add(
          "ALTER SEQUENCE %s OWNED BY %s.%s;"
              .formatted(sequence, table.sqlName(), column.sqlName()));
    }
    return new Rewrite(
        List.of(
            first,
            List.of(
                BatchedUpdate.of(
                    table, column.sqlName() + " = DEFAULT", column.sqlName() + " IS NULL"))));
  }

  // The one of a serial; one of its own for an identity, which cannot be had later than its column.
  private static String sequence(Table table, Column column) {
    if (column.defaultSql() == null) {
      return Names.qualified(table, column.name(), "seq");
    }
    Matcher sequence = SEQUENCE.matcher(column.defaultSql());
    return sequence.matches() ? sequence.group(1) : "";
  }

  private static Rewrite generated(Table table, Column column) {
    SyncTrigger trigger = new SyncTrigger(table, column.name());
    List<String> first = new ArrayList<>();
    first.add(
        "ALTER TABLE %s ADD COLUMN %s %s;"
            .formatted(table.sqlName(), column.sqlName(), column.type()));
    first.addAll(
        trigger.create(
            "NEW.%s := (SELECT %s FROM (SELECT NEW.*) AS changed)"
                .formatted(column.sqlName(), column.defaultSql())));
    return new Rewrite(
        List.of(
            first,
            List.of(
                BatchedUpdate.of(
                    table,
                    column.sqlName() + " = " + column.defaultSql(),
                    // Where it is NULL, there is nothing to do, time and again.
                    "%s IS NULL AND (%s) IS NOT NULL"
                        .formatted(column.sqlName(), column.defaultSql())))));
  }
}
