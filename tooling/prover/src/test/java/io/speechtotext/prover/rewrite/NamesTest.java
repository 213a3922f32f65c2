package io.speechtotext.prover.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

  private static final String LONG = "ö".repeat(31);

  @Test
  void cutsTheTablesNameToWhatTheServerKeeps() {
    assertThat(Names.of(table("public", LONG), "kept"))
        .isEqualTo("\"" + "ö".repeat(29) + "_kept\"");
    assertThat(Names.qualified(table("Shop", "jobs"), "kept")).isEqualTo("\"Shop\".jobs_kept");
  }

  @Test
  void cutsTheNameOfAColumnBesideAnother() {
    Column column = new Column(1, LONG, "text", 25, -1, false, null, "", "", null);

    assertThat(Names.beside(column, "since", "v2"))
        .isEqualTo("\"" + "ö".repeat(27) + "_since_v2\"");
  }

  private static Table table(String schema, String name) {
    return new Table(1, schema, name, false, 0, 1, null, List.of(), List.of(), List.of());
  }
}
