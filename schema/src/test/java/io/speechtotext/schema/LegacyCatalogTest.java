package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(VersionTemplatesExtension.class)
class LegacyCatalogTest {

  private final VersionTemplates templates;

  LegacyCatalogTest(VersionTemplates templates) {
    this.templates = templates;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 001",
    "2, 002",
    "3, 003",
    "4, 004",
    "5, 351493e4ddc6",
    "6, ad899023acc6",
  })
  void versionMakesWhatTheLegacyRevisionMade(int version, String revision) throws Exception {
    try (VersionedDatabase database = VersionedDatabase.at(version, templates)) {
      assertThat(database.legacyCatalog())
          .containsExactlyElementsOf(LegacyCatalog.ofRevision(version, revision));
    }
  }
}
