package io.speechtotext.codegen;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM of its own that generates, for what a JVM can only be told at its start, or not survive.
 */
final class ChildJvm implements AutoCloseable {

  // As the build sets them for its own JVM.
  private static final List<String> OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-Dorg.jooq.no-logo=true",
          "-Dorg.jooq.no-tips=true",
          "-Dorg.slf4j.simpleLogger.log.org.flywaydb=off",
          "-Dorg.slf4j.simpleLogger.showThreadName=false");

  private final Process process;
  private final BufferedReader output;

  private ChildJvm(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  /** Starts to generate from a project. */
  static ChildJvm generating(Project project, String... options) throws IOException {
    return new ChildJvm(builder(project, options).start());
  }

  /** The same with a value for the environment variable {@code CI}. */
  static ChildJvm generatingUnderCi(Project project, String ci) throws IOException {
    ProcessBuilder builder = builder(project);
    builder.environment().put("CI", ci);
    return new ChildJvm(builder.start());
  }

  private static ProcessBuilder builder(Project project, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(GenerateInChild.class.getName());
    command.addAll(List.of(project.directory().toString(), project.server()));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /** Waits until it ends by itself, in success, and says what it printed. */
  Outcome outcome() throws Exception {
    List<String> lines = output.lines().toList();
    if (process.waitFor() != 0) {
      throw new AssertionError("the child failed: " + lines);
    }
    return new Outcome(lines);
  }

  /** Waits until it ends by itself, in failure, and says what it printed. */
  String failure() throws Exception {
    List<String> lines = output.lines().toList();
    if (process.waitFor() == 0) {
      throw new AssertionError("the child succeeded: " + lines);
    }
    return String.join("\n", lines);
  }

  /** Waits until it prints that, and ends it as a crash would. */
  void killAt(String text) throws Exception {
    List<String> before = new ArrayList<>();
    for (String line = ""; !line.contains(text); before.add(line)) {
      line = output.readLine();
      if (line == null) {
        throw new AssertionError("ended without '%s': %s".formatted(text, before));
      }
    }
    close();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
