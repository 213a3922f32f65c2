package io.speechtotext.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Path;
import java.util.List;
import org.jooq.meta.jaxb.CommentType;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.SyntheticObjectsType;
import org.jooq.meta.jaxb.SyntheticPrimaryKeyType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ThrowawayPostgresExtension.class)
class LogLinesTest {

  private static final String INFO = "INFO io\\.speechtotext\\.\\S+ - ";

  private final Project project;

  LogLinesTest(ThrowawayDatabase database, @TempDir Path directory) throws Exception {
    project =
        Project.in(directory, database)
            .migration("1", "CREATE TABLE jobs (id int NOT NULL, at timestamptz);")
            .migration("2", "CREATE TABLE notes (id int);");
  }

  @Test
  void areFourWhenItGeneratesAndOneWhenItDoesNot() throws Exception {
    assertThat(linesOfChild())
        .satisfiesExactly(
            line -> assertThat(line).matches(INFO + "given PostgreSQL .*, ready in \\d+ ms .*"),
            line ->
                assertThat(line).matches(INFO + "Applied 2 migrations in \\d+ ms: V1 .*, V2 .*"),
            line -> assertThat(line).matches(INFO + "Wrote .*schema\\.snapshot: the migrations .*"),
            line ->
                assertThat(line)
                    .matches(
                        INFO + "Generated 2 tables with 3 columns in \\d+ ms \\(nothing .*\\)"));
    assertThat(linesOfChild())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .matches(
                        INFO + "Typed classes are up to date: 2 migrations and \\d+ other .*"));
  }

  @Test
  void doNotCallSettingsUnusedThatTheRunBeforeUsed() throws Exception {
    project.configured(LogLinesTest::nameObjects).generate();
    assertThat(project.generateWithoutServer().lines()).hasSize(1);
  }

  private static void nameObjects(Configuration configuration) {
    SyntheticPrimaryKeyType key = new SyntheticPrimaryKeyType().withTables("jobs").withFields("id");
    configuration
        .getGenerator()
        .getDatabase()
        .withComments(new CommentType().withExpression("jobs").withMessage("Jobs"))
        .withSyntheticObjects(new SyntheticObjectsType().withPrimaryKeys(key));
  }

  // A JVM of its own, for whatever any library prints there counts.
  private List<String> linesOfChild() throws Exception {
    try (ChildJvm child =
        ChildJvm.generating(
            project,
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.log.io.speechtotext=info")) {
      return child.outcome().lines();
    }
  }
}
