package io.speechtotext.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Date;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String[] FEATURES = {
    "io.speechtotext.app.apikey",
    "io.speechtotext.app.lexicon",
    "io.speechtotext.app.job",
    "io.speechtotext.app.feedback"
  };

  private static final String LEARNING = "io.speechtotext.app.learning";

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
  void onlyWhatReadsAndWritesJsonKnowsJackson() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.speechtotext.app.cli..",
            "io.speechtotext.app.feedback",
            "io.speechtotext.app.learning",
            "io.speechtotext.app.lexicon")
        .or()
        .haveNameNotMatching(".*Json.*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..")
        .check(app);
    classes()
        .that()
        .resideInAPackage("io.speechtotext.app..")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages(
            "com.fasterxml.jackson.databind..", "com.fasterxml.jackson.annotation..")
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

  // Clocks of hosts differ. What is traced is for people, and goes by its host's.
  @Test
  void onlyTheDatabaseIsAskedForTheTimeOfDay() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.speechtotext.app.tracing")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Date.class)
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

  @Test
  void signaturesOfRepositoriesAreWithoutJooq() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Repository")
        .should(mentionNoJooq())
        .check(app);
  }

  private static ArchCondition<JavaMethod> mentionNoJooq() {
    return new ArchCondition<>("mention no type of jOOQ, nor of the generated classes") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        method.getAllInvolvedRawTypes().stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith("org.jooq") || name.startsWith("io.speechtotext.jooq"))
            .forEach(
                name ->
                    events.add(
                        SimpleConditionEvent.violated(method, method + " mentions " + name)));
      }
    };
  }

  @Test
  void learningStandsAboveLexiconsAndFeedbackAlone() {
    noClasses()
        .that()
        .resideInAnyPackage(FEATURES)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(LEARNING)
        .check(app);
    noClasses()
        .that()
        .resideInAPackage(LEARNING)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.speechtotext.app.apikey", "io.speechtotext.app.job")
        .check(app);
  }

  @Test
  void whatAllFeaturesStandOnKnowsNone() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.speechtotext.app.failure",
            "io.speechtotext.app.paging",
            "io.speechtotext.app.config",
            "io.speechtotext.app.database")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FEATURES)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage(LEARNING)
        .check(app);
  }

  private static String[] othersThan(String feature) {
    return Arrays.stream(FEATURES).filter(each -> !each.equals(feature)).toArray(String[]::new);
  }
}
