package io.speechtotext.migrator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.speechtotext.migrator");

  @Test
  void knowsNeitherTestcontainersNorJooqNorAnythingBelowItInTheDataFlow() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.testcontainers..",
            "org.jooq..",
            "io.speechtotext.throwaway..",
            "io.speechtotext.codegen..",
            "io.speechtotext.app..")
        .check(classes);
  }

  @Test
  void configuresFlywayInOneClassOnly() {
    noClasses()
        .that()
        .doNotHaveSimpleName("FlywayFactory")
        .and()
        .doNotHaveSimpleName("FlywayParser")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.flywaydb.core.api.configuration")
        .check(classes);
  }
}
