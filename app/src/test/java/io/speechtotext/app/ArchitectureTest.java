package io.speechtotext.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String[] FEATURES = {
    "io.speechtotext.app.apikey",
    "io.speechtotext.app.lexicon",
    "io.speechtotext.app.job",
    "io.speechtotext.app.feedback"
  };

  private final JavaClasses app =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.speechtotext.app");

  @Test
  void onlyRepositoriesAndTheDatabasePackageSpeakJooq() {
    noClasses()
        .that()
        .arePublic()
        .and()
        .haveSimpleNameNotEndingWith("Repository")
        .and()
        .resideOutsideOfPackage("io.speechtotext.app.database")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jooq..", "io.speechtotext.jooq", "io.speechtotext.jooq.tables")
        .check(app);
  }

  @Test
  void onlyTheDatabasePackageKnowsThePoolAndTheDriver() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.speechtotext.app.database")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.zaxxer..", "org.postgresql..")
        .check(app);
  }

  @Test
  void onlyTheCommandLineKnowsWhatIsOptional() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.speechtotext.app.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "io.speechtotext.app.cli..")
        .check(app);
  }

  @Test
  void onlyApiKeysKnowBcrypt() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.speechtotext.app.apikey.Bcrypt")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("at.favre..")
        .check(app);
  }

  @Test
  void onlyMetricsAndTracingKnowWhereTheyGo() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.speechtotext.app.metrics")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.micrometer..", "io.speechtotext.app.metrics")
        .check(app);
    noClasses()
        .that()
        .resideOutsideOfPackage("io.speechtotext.app.tracing")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.opentelemetry..", "io.speechtotext.app.tracing")
        .check(app);
  }

  @Test
  void theRowOfAnApiKeyWithItsHashStaysInItsPackage() {
    classes()
        .that()
        .haveFullyQualifiedName("io.speechtotext.jooq.tables.pojos.ApiKey")
        .or()
        .haveFullyQualifiedName("io.speechtotext.jooq.tables.records.ApiKeyRecord")
        .should()
        .onlyBeAccessed()
        .byClassesThat()
        .resideInAnyPackage("io.speechtotext.app.apikey", "io.speechtotext.jooq..")
        .check(
            new ClassFileImporter().importPackages("io.speechtotext.app", "io.speechtotext.jooq"));
  }

  @Test
  void featuresDoNotKnowEachOther() {
    slices().matching("io.speechtotext.app.(*)..").should().beFreeOfCycles().check(app);
    for (String feature : FEATURES) {
      noClasses()
          .that()
          .resideInAPackage(feature)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(othersThan(feature))
          .check(app);
    }
  }

  private static String[] othersThan(String feature) {
    return java.util.Arrays.stream(FEATURES)
        .filter(each -> !each.equals(feature))
        .toArray(String[]::new);
  }
}
