package io.speechtotext.prover.report;

import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.snapshot.LineDiff;
import io.speechtotext.prover.VersionProof;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.source.ProvableMigration;
import java.io.IOException;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** All that is told of one version, as an object of JSON. */
final class Facts {

  private final Json json;

  Facts(Json json) {
    this.json = json;
  }

  void write(VersionProof proof) throws IOException {
    json.object(
        () -> {
          json.text("version", proof.migration().version());
          json.text("description", proof.migration().description());
          json.constant("verdict", Verdict.of(proof));
          json.constant("outcome", proof.outcome());
          scripts(proof.migration());
          new RunFacts(json).write(proof);
          json.array("findings", proof.findings(), this::finding);
          schema(proof);
          new UndoFacts(json).write(proof);
          json.texts("notes", proof.notes());
        });
  }

  void finding(Finding finding) throws IOException {
    json.object(
        () -> {
          json.text("title", finding.title());
          json.text("rule", finding.rule().id());
          json.text("object", finding.object());
          json.text("script", finding.script());
          json.number("line", finding.line());
          json.text("detail", finding.detail());
          json.text("rewrite", finding.rewrite());
          json.text("allowedBecause", finding.allowedBecause());
          json.truth("fails", finding.fails());
        });
  }

  private void scripts(ProvableMigration migration) throws IOException {
    json.object(
        "scripts",
        () -> {
          script("up", migration.up());
          script("undo", migration.undo());
          script("safety", migration.safety());
        });
  }

  private void script(String role, @Nullable Script script) throws IOException {
    if (script == null) {
      json.nothing(role);
      return;
    }
    json.object(
        role,
        () -> {
          json.text("name", script.name());
          json.text("sql", script.sql());
          json.text("configuration", script.configuration());
        });
  }

  private void schema(VersionProof proof) throws IOException {
    List<TableChange> changes = SchemaChange.between(proof.before(), proof.after());
    EntityDiagram diagram = EntityDiagram.of(changes, proof.before(), proof.after());
    json.object(
        "schema",
        () -> {
          json.object("before", () -> counts(proof.before()));
          json.object("after", () -> counts(proof.after()));
          json.text("difference", LineDiff.between(proof.snapshotBefore(), proof.snapshotAfter()));
          json.array(
              "tables",
              changes.stream().filter(TableChange::isChanged).toList(),
              new TableFacts(json)::write);
          json.text("diagramOfChanges", diagram.ofChanges());
          json.text("diagramOfAll", diagram.ofAll());
        });
  }

  private void counts(Catalog catalog) throws IOException {
    json.number("tables", catalog.tables().size());
    json.number("columns", sum(catalog, table -> table.columns().size()));
    json.number("constraints", sum(catalog, table -> table.constraints().size()));
    json.number("indexes", sum(catalog, table -> table.indexes().size()));
    json.number("types", catalog.types().size());
  }

  private static int sum(Catalog catalog, ToIntFunction<Table> count) {
    return catalog.tables().stream().mapToInt(count).sum();
  }
}
