package io.speechtotext.prover.oldcode;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.NamedType;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.rewrite.RequiredColumn;
import io.speechtotext.prover.rewrite.SyncedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the columns of a table no longer keep. Code names columns, so they are compared by name; a
 * column that is gone by name and there by number was renamed.
 *
 * <p>A new CHECK or foreign key is not counted: whether code writes values that it refuses is
 * nothing that the catalog could tell, and a rule that cried at each would be switched off. That it
 * refuses what code leaves out is seen when statements are tried.
 */
final class ColumnBreaks {

  private final StepwiseSql steps;
  private final Catalog before;
  private final Catalog after;
  private final Table former;
  private final Table now;
  private final List<CodeBreak> breaks = new ArrayList<>();

  ColumnBreaks(StepwiseSql steps, Catalog before, Catalog after, Table former, Table now) {
    this.steps = steps;
    this.before = before;
    this.after = after;
    this.former = former;
    this.now = now;
  }

  List<CodeBreak> find() {
    for (Column column : former.columns()) {
      Optional<Column> kept = now.column(column.name());
      if (kept.isPresent()) {
        compare(column, kept.get());
      } else {
        gone(column);
      }
    }
    now.columns().stream().filter(this::isNew).forEach(this::added);
    return breaks;
  }

  private Optional<Column> renamed(Column column) {
    return former.oid() == now.oid()
        ? now.column(column.number()).filter(each -> former.column(each.name()).isEmpty())
        : Optional.empty();
  }

  private boolean isNew(Column column) {
    boolean isRenamed =
        former.oid() == now.oid()
            && former
                .column(column.number())
                .filter(each -> now.column(each.name()).isEmpty())
                .isPresent();
    return former.column(column.name()).isEmpty() && !isRenamed;
  }

  private void gone(Column column) {
    Optional<Column> renamed = renamed(column);
    if (renamed.isPresent()) {
      String name = renamed.get().name();
      add(
          column,
          "The column %s of %s is now called %s.".formatted(column.name(), former, name),
          SyncedColumn.of(steps.version(), former, column, name, renamed.get().type()));
    } else {
      add(
          column,
          "The column %s of %s is gone.".formatted(column.name(), former),
          steps.droppedColumn(former, column));
    }
  }

  private void compare(Column column, Column kept) {
    if (!TypeChange.fits(column, kept)) {
      add(
          column,
          "The column was %s and is %s.".formatted(column.type(), kept.type()),
          SyncedColumn.of(steps.version(), former, column, column.name() + "_new", kept.type()));
    } else {
      labels(column, kept);
    }
    boolean becameComputed = kept.isGenerated() && !column.isGenerated();
    if (becameComputed || (kept.identity().equals("a") && !column.identity().equals("a"))) {
      add(
          column,
          "The column could be written, and is now %s."
              .formatted(becameComputed ? "generated" : "GENERATED ALWAYS AS IDENTITY"),
          steps.droppedColumn(former, column));
    }
    nulls(column, kept);
  }

  private void nulls(Column column, Column kept) {
    if (!kept.notNull() || kept.hasDefault()) {
      return;
    }
    if (column.notNull() && column.hasDefault()) {
      refutable(
          column,
          "The column has lost its default, and code leaves it out.",
          steps.lostDefault(former, column));
    } else if (!column.notNull() && !refusedNull(column)) {
      refutable(
          column,
          "The column could be NULL, and code leaves it out.",
          RequiredColumn.of(steps.version(), former, column));
    }
  }

  private boolean refusedNull(Column column) {
    String check = "CHECK ((" + column.sqlName() + " IS NOT NULL))";
    return former.constraints().stream()
        .filter(constraint -> constraint.kind() == Constraint.Kind.CHECK)
        .anyMatch(constraint -> constraint.definition().startsWith(check));
  }

  private void added(Column column) {
    if (column.notNull() && !column.hasDefault() && !column.isGenerated()) {
      refutable(
          column,
          "The new column %s of %s refuses NULL and has no default.".formatted(column.name(), now),
          RequiredColumn.added(steps.version(), now, column));
    }
  }

  private void labels(Column column, Column kept) {
    List<String> labels = labels(before, column);
    List<String> keptLabels = labels(after, kept);
    for (String label : labels) {
      if (!keptLabels.contains(label)) {
        label(column, label, labels, keptLabels);
      }
    }
  }

  private void label(Column column, String label, List<String> labels, List<String> keptLabels) {
    String other = labels.size() == keptLabels.size() ? keptLabels.get(labels.indexOf(label)) : "";
    String instead = labels.contains(other) ? "" : other;
    add(
        column,
        instead.isEmpty()
            ? "The label %s of %s is gone.".formatted(label, column.type())
            : "The label %s of %s is now called %s.".formatted(label, column.type(), instead),
        steps.label(column.type(), column.sqlName(), label, instead));
  }

  private static List<String> labels(Catalog catalog, Column column) {
    return catalog.types().stream()
        .filter(type -> type.oid() == column.typeOid())
        .findFirst()
        .map(NamedType::labels)
        .orElse(List.of());
  }

  private void add(Column column, String detail, String rewrite) {
    breaks.add(
        new CodeBreak(former.toString(), former + "." + column.name(), detail, rewrite, false));
  }

  private void refutable(Column column, String detail, String rewrite) {
    breaks.add(
        new CodeBreak(former.toString(), former + "." + column.name(), detail, rewrite, true));
  }
}
