package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.migrator.snapshot.LineDiff;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class SchemaPageTest {

  private static final Path PAGE = Path.of("..", "docs", "schema.md");

  private static final String REMEDY =
      "docs/schema.md is not what the migrations make, and the environment variable CI forbids to"
          + " write it. Next: unset CI, run 'mvn test -pl schema -am -Dtest=SchemaPageTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false', and commit the file. It would change so";

  private final ThrowawayDatabase database;

  SchemaPageTest(ThrowawayDatabase database) {
    this.database = database;
  }

  /** Where it does not, it is written anew; in continuous integration that would pass unseen. */
  @Test
  void pageTellsWhatTheMigrationsMake() throws Exception {
    String made;
    try (Connection connection = database.connect()) {
      made = SchemaPage.of(Catalog.of(connection));
    }
    String committed = Files.exists(PAGE) ? Files.readString(PAGE) : "";

    if (isContinuousIntegration()) {
      assertThat(LineDiff.between(committed, made)).as(REMEDY).isEmpty();
    } else if (!made.equals(committed)) {
      Files.writeString(PAGE, made);
    }
  }

  private static boolean isContinuousIntegration() {
    String ci = System.getenv("CI");
    return ci != null && !ci.isEmpty() && !ci.equals("false");
  }
}
