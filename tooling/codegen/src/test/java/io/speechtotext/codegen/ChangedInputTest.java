package io.speechtotext.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.MatcherTransformType;
import org.jooq.meta.jaxb.Property;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(ThrowawayPostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class ChangedInputTest {

  private final Project fresh;

  ChangedInputTest(ThrowawayDatabase database, @TempDir Path directory) throws Exception {
    fresh =
        Project.in(directory, database)
            .migration("1", "CREATE TABLE jobs (id int PRIMARY KEY);")
            .migration("2", "CREATE TABLE notes (id int PRIMARY KEY, text text);");
    fresh.generate();
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource({"files", "settings"})
  void isNamedAsTheReasonToGenerateAnew(Change change, String reason, @TempDir Path directory)
      throws Exception {
    Project project = fresh.copiedTo(directory);
    change.apply(project);
    assertThat(project.generate().reason()).isEqualTo(reason);
    assertThat(project.generateWithoutServer().reason()).isEqualTo(Outcome.UP_TO_DATE);
  }

  /** Something that happens to a project between two runs. */
  interface Change {

    void apply(Project project) throws Exception;
  }

  /** Something that happens to what jOOQ is told. */
  interface Setting {

    void apply(Generator generator);
  }

  static Stream<Arguments> files() {
    return Stream.of(
        change(project -> project.write("V1__test.sql", "SELECT 1;"), "V1__test.sql changed"),
        change(
            project ->
                project.write("V2__test.sql", "SELECT 1;").write("V1__test.sql", "SELECT 1;"),
            "V1__test.sql changed"),
        change(project -> project.migration("3", "SELECT 1;"), "V3__test.sql is new"),
        change(
            project -> {
              Files.delete(project.migrations().resolve("V2__test.sql"));
              Files.delete(project.migrations().resolve("U2__test.sql"));
            },
            "V2__test.sql is gone"),
        change(project -> project.write("U2__test.sql", "SELECT 2;"), "U2__test.sql changed"),
        change(
            project -> project.write("V2__test.sql.conf", "executeInTransaction=false"),
            "V2__test.sql.conf is new"));
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        setting(
            generator ->
                generator
                    .getDatabase()
                    .getProperties()
                    .add(new Property().withKey("placeholders.who").withValue("me")),
            "placeholder who is new"),
        setting(
            generator -> generator.getGenerate().setPojos(false),
            "setting generatePojos changed from true to false"),
        setting(
            generator ->
                generator
                    .getDatabase()
                    .withForcedTypes(new ForcedType().withName("CLOB").withIncludeTypes("text")),
            "setting configuredForcedTypes changed"),
        setting(
            generator -> generator.getDatabase().setExcludeSql("SELECT 'notes'"),
            "setting excludeSql changed from null to SELECT 'notes'"),
        setting(
            generator -> generator.getDatabase().setExcludes("notes"),
            "setting excludes changed from [flyway_schema_history|alembic_version] to [notes]"),
        setting(
            generator -> generator.getDatabase().setOutputSchemaToDefault(false),
            "setting configuredCatalogs changed"),
        setting(
            generator ->
                generator
                    .getStrategy()
                    .getMatchers()
                    .getTables()
                    .get(0)
                    .getPojoClass()
                    .setTransform(MatcherTransformType.AS_IS),
            "setting matchers changed"));
  }

  private static Arguments change(Change change, String reason) {
    return Arguments.of(change, reason);
  }

  private static Arguments setting(Setting setting, String reason) {
    Change change =
        project -> project.configured(configuration -> setting.apply(configuration.getGenerator()));
    return Arguments.of(change, reason);
  }
}
