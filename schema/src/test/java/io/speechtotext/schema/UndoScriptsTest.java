package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the prover does not ask: it takes any undo of the same version. */
class UndoScriptsTest {

  @Test
  void undoHasTheNameOfItsMigration() {
    assertThat(SchemaMigrations.all().list())
        .isNotEmpty()
        .allSatisfy(
            migration ->
                assertThat(migration.undo().name())
                    .isEqualTo(migration.up().name().replaceFirst("V", "U")));
  }
}
