package io.speechtotext.codegen;

import java.nio.file.Path;
import org.jooq.codegen.GenerationTool;

/** The main class of a JVM of its own; its arguments are a project's directory and its server. */
final class GenerateInChild {

  private GenerateInChild() {}

  public static void main(String[] arguments) throws Exception {
    Project project = Project.in(Path.of(arguments[0]), arguments[1]);
    if (System.getProperty(HalfWayStrategy.STOP_AT) != null) {
      project.configured(HalfWayStrategy::use);
    }
    System.setProperty("throwaway.postgres", project.server());
    GenerationTool.generate(project.configuration());
  }
}
