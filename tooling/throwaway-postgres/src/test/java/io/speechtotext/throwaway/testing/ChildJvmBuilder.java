package io.speechtotext.throwaway.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a {@link ChildJvm} is to be started. */
public final class ChildJvmBuilder {

  private final Class<?> main;
  private final List<String> prefix = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> options =
      new ArrayList<>(
          List.of(
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-Xshare:auto",
              "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
              "-Dorg.slf4j.simpleLogger.log.io.speechtotext=info"));

  ChildJvmBuilder(Class<?> main) {
    this.main = main;
  }

  /** Sets a system property. */
  public ChildJvmBuilder property(String name, Object value) {
    options.add("-D" + name + "=" + value);
    return this;
  }

  /** Sets an environment variable. */
  public ChildJvmBuilder variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Starts it by way of a command, for example {@code setsid}. */
  public ChildJvmBuilder under(String... command) {
    prefix.addAll(List.of(command));
    return this;
  }

  /** Starts it, its errors among its output. */
  public ChildJvm start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return new ChildJvm(builder.start());
  }
}
