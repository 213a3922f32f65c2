package io.speechtotext.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Logging;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EffectiveConfigurationTest {

  // What need not be in the stamp, by the reason.
  private static final Map<String, Set<String>> LEFT_OUT =
      Map.of(
          "for jOOQ's commercial editions",
              Set.of(
                  "generate.GlobalSynonymReferences",
                  "generate.GlobalTriggerReferences",
                  "generate.HiddenColumnsInInterfaces",
                  "generate.HiddenColumnsInPojos",
                  "generate.HiddenColumnsInRecords",
                  "generate.RedactedColumnsInPojos",
                  "generate.Synonyms",
                  "generate.Triggers",
                  "database.IncludeSynonyms",
                  "database.IncludeTriggers"),
          "for another language or database",
              Set.of(
                  "generate.EnumsAsScalaEnums",
                  "generate.EnumsAsScalaSealedTraits",
                  "database.OracleUseDBAViews",
                  "database.OutputCatalog"),
          "without effect beside another setting of the build's",
              Set.of(
                  "generate.ConstructorPropertiesAnnotationOnRecords",
                  "generate.ImmutablePojos",
                  "generate.Relations",
                  "generate.SerializableInterfaces",
                  "generate.Tables",
                  "database.OutputSchema"),
          "a class, known by its name",
              Set.of("database.Java", "database.Name", "database.OrderProvider"),
          "says when to generate, as the stamp does",
              Set.of("database.CatalogVersionProvider", "database.SchemaVersionProvider"),
          "says where, not what", Set.of("target.Directory"));

  @TempDir Path directory;

  /** A part of jOOQ's configuration. */
  interface Part {

    Object of(Configuration configuration);
  }

  @ParameterizedTest
  @MethodSource
  void holdsEverythingThatTheGeneratorIsTold(String name, Part part) throws Exception {
    Set<String> withoutEffect = new TreeSet<>();
    for (Method method : part.of(BuildConfiguration.read()).getClass().getMethods()) {
      String setting = name + "." + method.getName().replaceFirst("set", "");
      if (method.getName().startsWith("set")
          && LEFT_OUT.values().stream().noneMatch(settings -> settings.contains(setting))
          && !hasEffect(part, method)) {
        withoutEffect.add(setting);
      }
    }
    assertThat(withoutEffect).isEmpty();
  }

  static Stream<Arguments> holdsEverythingThatTheGeneratorIsTold() {
    return Stream.of(
        part("generate", configuration -> configuration.getGenerator().getGenerate()),
        part("database", configuration -> configuration.getGenerator().getDatabase()),
        part("target", configuration -> configuration.getGenerator().getTarget()));
  }

  private static Arguments part(String name, Part part) {
    return Arguments.of(name, part);
  }

  private boolean hasEffect(Part part, Method setter) throws Exception {
    List<Object> values = twoValues(setter.getParameterTypes()[0]);
    Set<String> told = new TreeSet<>();
    for (Object value : values) {
      Configuration configuration = BuildConfiguration.read();
      setter.invoke(part.of(configuration), value);
      told.add(told(configuration));
    }
    return told.size() == values.size();
  }

  private static List<Object> twoValues(Class<?> type) {
    if (type == Boolean.class) {
      return List.of(true, false);
    }
    if (type == Integer.class) {
      return List.of(1, 2);
    }
    if (type == String.class) {
      return List.of("one", "two");
    }
    return type.isEnum()
        ? List.of(type.getEnumConstants()[0], type.getEnumConstants()[1])
        : List.of();
  }

  private String told(Configuration configuration) throws Exception {
    Path file = Files.createTempFile(directory, "", "");
    configuration.withBasedir(directory.toString()).withLogging(Logging.ERROR);
    configuration.getGenerator().setName(ProbingGenerator.class.getName());
    configuration.getGenerator().getTarget().setDirectory(file.toString());
    GenerationTool.generate(configuration);
    return Files.readString(file);
  }
}
