package io.speechtotext.prover.report;

import java.io.IOException;
import java.util.List;

/** What changed of one table. */
final class TableFacts {

  private final Json json;

  TableFacts(Json json) {
    this.json = json;
  }

  void write(TableChange change) throws IOException {
    List<ColumnChange> columns =
        change.columns().stream().filter(each -> each.state() != State.SAME).toList();
    json.object(
        () -> {
          json.text("name", change.table().toString());
          json.text("formerName", change.formerName());
          json.constant("state", change.state());
          json.array("columns", columns, this::column);
          json.array("parts", change.parts(), this::part);
        });
  }

  private void column(ColumnChange change) throws IOException {
    json.object(
        () -> {
          json.text("name", change.column().name());
          json.constant("state", change.state());
          json.text("type", change.column().type());
          json.truth("notNull", change.column().notNull());
          json.text("default", change.column().defaultSql());
          json.text("comment", change.column().comment());
          json.text("was", change.was());
        });
  }

  private void part(PartChange change) throws IOException {
    json.object(
        () -> {
          json.text("name", change.name());
          json.constant("state", change.state());
          json.text("definition", change.definition());
        });
  }
}
