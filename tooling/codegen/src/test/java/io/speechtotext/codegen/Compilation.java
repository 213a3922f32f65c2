package io.speechtotext.codegen;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the compiler says to generated classes. */
final class Compilation {

  private Compilation() {}

  /**
   * Compiles all classes below a directory.
   *
   * @return the compiler's messages; empty when it has nothing to object to
   */
  static String messages(Path sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "-proc:none",
            "-nowarn",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString());
    Files.createDirectories(classes);
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        Stream<Path> paths = Files.walk(sources)) {
      List<Path> units = paths.filter(path -> path.toString().endsWith(".java")).toList();
      compiler
          .getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(units))
          .call();
    }
    return messages.toString();
  }
}
