package io.speechtotext.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a test between two marks, which a page of the documentation quotes. */
public final class Example {

  private static final String BEGIN = "// example begins\n";
  private static final String END = "// example ends\n";

  private Example() {}

  /** Fails unless the page quotes exactly what the test runs. */
  public static void assertQuoted(String page, Class<?> test) throws IOException {
    String quote = "```java\n" + lines(source(test)) + "```\n";
    assertThat(Files.readString(Path.of("..", page)))
        .as("%s quotes the example of %s", page, test.getSimpleName())
        .contains(quote);
  }

  private static String source(Class<?> test) throws IOException {
    return Files.readString(Path.of("src/test/java", test.getName().replace('.', '/') + ".java"));
  }

  private static String lines(String source) {
    String inner = source.substring(source.indexOf(BEGIN) + BEGIN.length(), source.indexOf(END));
    // stripIndent() would take an empty last line for one without indent.
    return inner.stripTrailing().stripIndent() + "\n";
  }
}
