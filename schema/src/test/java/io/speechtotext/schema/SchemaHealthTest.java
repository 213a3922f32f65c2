package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class SchemaHealthTest {

  private final List<String> found;
  private final List<String> kept;

  SchemaHealthTest(ThrowawayDatabase database) throws IOException {
    found = SchemaHealth.findings(database);
    kept = KeptOnPurpose.all().stream().flatMap(KeptOnPurpose::findings).toList();
  }

  @Test
  void nothingIsFoundButWhatIsKeptOnPurpose() {
    assertThat(found)
        .as(
            "Found in the finished schema. Next: mend it by a migration, or keep it by a line in"
                + " schema/%s: %s",
            KeptOnPurpose.FILE, KeptOnPurpose.SYNTAX)
        .filteredOn(finding -> !kept.contains(finding))
        .isEmpty();
  }

  @Test
  void whatIsKeptOnPurposeIsThere() {
    assertThat(kept)
        .as("Kept in schema/%s, but not found. Next: delete it there", KeptOnPurpose.FILE)
        .doesNotHaveDuplicates()
        .isSubsetOf(found);
  }
}
