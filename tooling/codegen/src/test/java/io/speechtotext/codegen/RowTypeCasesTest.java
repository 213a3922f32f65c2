package io.speechtotext.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code cases} holds migrations and the row types that they make, which are all
 * that there are.
 */
@ExtendWith(ThrowawayPostgresExtension.class)
class RowTypeCasesTest {

  private static final Path CASES = Path.of("src/test/resources/io/speechtotext/codegen/cases");

  private final ThrowawayDatabase database;

  RowTypeCasesTest(ThrowawayDatabase database) {
    this.database = database;
  }

  static Stream<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void makesTheseRowTypesAndAllThatIsGeneratedCompiles(String name, @TempDir Path directory)
      throws Exception {
    Project project = Project.in(directory, database);
    for (Map.Entry<String, String> script :
        files(CASES.resolve(name).resolve("migrations")).entrySet()) {
      project.write(script.getKey(), script.getValue());
    }
    project.generate();
    assertThat(Compilation.messages(project.output(), directory.resolve("classes"))).isEmpty();
    assertThat(files(project.output().resolve("io/speechtotext/jooq/tables/pojos")))
        .isEqualTo(files(CASES.resolve(name).resolve("row-types")));
    assertThat(String.join("", project.generated().values()))
        .doesNotContainIgnoringCase("flyway", "alembic");
  }

  private static Map<String, String> files(Path directory) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(directory)) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    }
    return files;
  }
}
