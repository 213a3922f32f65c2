package io.speechtotext.prover.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EntityDiagramTest {

  private static final Column ID = column(1, "id");
  private static final Column PARENT = column(2, "parent");
  private static final Column REMARK = column(3, "remark");

  /** A hundred tables, each of which refers to the one before it. */
  private static final Catalog CHAIN = chain(List.of(ID, PARENT));

  @Test
  void showsOfManyTablesThoseThatChangedAndTheirNeighbours() {
    String diagram = diagram(CHAIN, changed(50)).ofChanges();

    assertThat(diagram)
        .contains("t49[\"table49\"]", "t50[\"table50 (changed)\"]", "t51[\"table51\"]")
        .contains("class t50 changed", "bigint remark \"added\"")
        .contains("t49 ||--o{ t50 : \"fk_50\"", "t50 ||--o{ t51 : \"fk_51\"")
        .doesNotContain("table48", "table52");
  }

  @Test
  void showsOfManyTablesThatDidNotChangeTheKeysAlone() {
    assertThat(diagram(CHAIN, changed(50)).ofAll())
        .contains("table1\"", "table100\"")
        .contains("bigint parent FK")
        .containsOnlyOnce("bigint remark");
  }

  @Test
  void saysOfATableThatIsGoneWhatItWas() {
    Catalog without = new Catalog(List.of(), CHAIN.tables().subList(0, 99), List.of());

    assertThat(diagram(CHAIN, without).ofChanges())
        .contains("t100[\"table100 (dropped)\"]", "bigint parent FK \"dropped\"")
        .contains("t99 ||..o{ t100 : \"fk_100 (dropped)\"");
  }

  @Test
  void isEmptyWhereNothingIs() {
    assertThat(diagram(CHAIN, CHAIN).ofChanges()).isEmpty();
    Catalog nothing = new Catalog(List.of(), List.of(), List.of());
    assertThat(diagram(nothing, nothing).ofAll()).isEmpty();
  }

  private static EntityDiagram diagram(Catalog before, Catalog after) {
    return EntityDiagram.of(SchemaChange.between(before, after), before, after);
  }

  private static Catalog changed(int number) {
    List<Table> tables = new ArrayList<>(CHAIN.tables());
    tables.set(number - 1, table(number, List.of(ID, PARENT, REMARK)));
    return new Catalog(List.of(), tables, List.of());
  }

  private static Catalog chain(List<Column> columns) {
    return new Catalog(
        List.of(),
        LongStream.rangeClosed(1, 100).mapToObj(number -> table(number, columns)).toList(),
        List.of());
  }

  private static Table table(long number, List<Column> columns) {
    Constraint key =
        new Constraint(
            1000 + number,
            "fk_" + number,
            Constraint.Kind.FOREIGN_KEY,
            true,
            List.of(2),
            number - 1,
            List.of(1),
            0,
            "FOREIGN KEY (parent) REFERENCES …");
    return new Table(
        number,
        "public",
        "table" + number,
        false,
        0,
        number,
        null,
        columns,
        List.of(key),
        List.of());
  }

  private static Column column(int number, String name) {
    return new Column(number, name, "bigint", 20, -1, true, null, "", "", null);
  }
}
