package io.speechtotext.throwaway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which package may know of what. */
class ArchitectureTest {

  private static final String BASE = "io.speechtotext.throwaway";
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  @Test
  void whatIsInternalIsKnownToTheLadderAlone() {
    classes()
        .that()
        .resideInAPackage(BASE + ".internal..")
        .should()
        .onlyBeAccessed()
        .byAnyPackage(BASE, BASE + ".internal..")
        .check(MODULE);
  }

  @Test
  void whatIsInternalKnowsNothingOfWhoUsesIt() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".internal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE, BASE + ".junit")
        .check(MODULE);
  }

  @Test
  void rungsKnowNothingOfEachOther() {
    for (String rung : new String[] {"given", "docker", "embedded"}) {
      classes()
          .that()
          .resideInAPackage(BASE + ".internal." + rung)
          .should()
          .onlyBeAccessed()
          .byAnyPackage(BASE, BASE + ".internal." + rung)
          .check(MODULE);
    }
  }

  @Test
  void dockerIsKnownToItsRungAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".internal.docker")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.testcontainers..", "com.github.dockerjava..")
        .check(MODULE);
  }

  @Test
  void junitIsKnownToItsExtensionAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".junit")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..")
        .check(MODULE);
  }
}
