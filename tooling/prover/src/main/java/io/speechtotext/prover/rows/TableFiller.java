package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Gives a table rows, up to a number. */
final class TableFiller {

  private static final int BATCH = 1000;
  private static final int SPARE = 20;
  // Batches without a single row that got in, before the table counts as full or impossible.
  private static final int VAIN_BATCHES = 4;
  private static final int TRIES_PER_ROW = 20;

  private final Database database;
  private final FillOrder.Step step;
  private final Table table;
  private final int wanted;
  private final int missing;
  private final Random random;
  private int written;
  private long ordinal;
  private long tried;
  private String note = "";

  TableFiller(Database database, FillOrder.Step step, int present, int wanted) {
    this.database = database;
    this.step = step;
    this.table = step.table();
    this.wanted = wanted;
    this.missing = wanted - present;
    this.random = database.random(table, present);
    this.ordinal = present;
  }

  /** Fills it, and tells how many rows it got; why not all, the notes say. */
  int fill() throws SQLException {
    Uniqueness uniqueness = new Uniqueness(table);
    // Where clashes cannot be passed over, each costs statements of its own: better few of them.
    boolean varied = !uniqueness.allowsSkipping();
    Outcome outcome = run(TablePlan.of(database, step, wanted, varied));
    if (written < missing && outcome.mayVary() && !varied && uniqueness.leavesChoice()) {
      outcome = run(TablePlan.of(database, step, wanted, true));
    }
    if (written < missing) {
      note =
          "%s: %s; the table holds %d generated rows of %d"
              .formatted(table, outcome.reason(), written, missing);
      database.note(note);
    }
    return written;
  }

  /** What {@link #fill} noted; empty when there was nothing. */
  String note() {
    return note;
  }

  private record Outcome(String reason, boolean mayVary) {}

  private Outcome run(TablePlan plan) throws SQLException {
    Insert insert = new Insert(database.connection(), plan);
    RowWriter writer = new RowWriter(database.connection(), insert);
    long limit = tried + Math.max(5L * BATCH, (long) TRIES_PER_ROW * missing);
    int vain = 0;
    List<Row> rows = List.of();
    while (written < missing && vain < VAIN_BATCHES && tried < limit && !writer.gaveUp()) {
      rows = rows(plan, missing - written);
      if (rows.isEmpty()) {
        return new Outcome(obstacles(plan), false);
      }
      int added = writer.write(rows, missing - written);
      vain = added == 0 ? vain + 1 : 0;
      written += added;
      tried += rows.size();
    }
    String broken = written < missing ? insert.broken(rows) : "";
    if (!broken.isEmpty()) {
      return new Outcome("%s could not be met by %d tries".formatted(broken, tried), false);
    }
    return new Outcome(writer.refusal().orElse("its keys or triggers let no more rows in"), true);
  }

  private static String obstacles(TablePlan plan) {
    return plan.parts().stream()
        .map(RowPart::obstacle)
        .filter(each -> !each.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  // As many as were needed so far for each that got in, and a few more.
  private List<Row> rows(TablePlan plan, int left) {
    long needed = written == 0 ? left : left * Math.max(1, tried / written);
    int size = (int) Math.min(BATCH, needed + SPARE);
    List<Row> rows = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Row row = new Row(lastColumn());
      long number = ordinal++;
      if (plan.parts().stream().allMatch(part -> part.decide(row, random, number))) {
        rows.add(row);
      }
    }
    return rows;
  }

  private int lastColumn() {
    return table.columns().stream().mapToInt(Column::number).max().orElse(0);
  }
}
