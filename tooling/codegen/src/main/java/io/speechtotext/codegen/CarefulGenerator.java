package io.speechtotext.codegen;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jooq.codegen.GeneratorStrategy.Mode;
import org.jooq.codegen.JavaGenerator;
import org.jooq.codegen.JavaWriter;
import org.jooq.meta.Database;
import org.jooq.meta.Definition;

/**
 * Writes the classes of all tables and other objects, or fails; and classes that compile, whatever
 * the comments in the database say.
 *
 * <p>jOOQ's own generator, when it cannot write a class, logs that, goes on to the next and calls
 * it a success. It copies a path with a backslash before a <code>u</code> from a comment as it is,
 * which no compiler reads.
 */
abstract class CarefulGenerator extends JavaGenerator {

  // jOOQ writes none by intent, and doubles the backslashes in strings.
  private static final Pattern UNICODE_ESCAPE =
      Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\(?=u)");

  private final Set<File> unfinished = new TreeSet<>();

  @Override
  public void generate(Database database) {
    super.generate(database);
    if (!unfinished.isEmpty()) {
      throw new IllegalStateException(
          "These classes could not be written: %s. Next: mend what the errors above say, and run the"
                  .formatted(unfinished)
              + " command again.");
    }
  }

  @Override
  protected JavaWriter newJavaWriter(Definition definition) {
    return begun(super.newJavaWriter(definition));
  }

  @Override
  protected JavaWriter newJavaWriter(Definition definition, Mode mode) {
    return begun(super.newJavaWriter(definition, mode));
  }

  private JavaWriter begun(JavaWriter writer) {
    unfinished.add(writer.file());
    return writer;
  }

  @Override
  protected void closeJavaWriter(JavaWriter writer) {
    super.closeJavaWriter(writer);
    try {
      disarmUnicodeEscapes(writer.file().toPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    unfinished.remove(writer.file());
  }

  private void disarmUnicodeEscapes(Path file) throws IOException {
    Charset encoding = Charset.forName(getTargetEncoding());
    String text = Files.exists(file) ? Files.readString(file, encoding) : "";
    String disarmed = UNICODE_ESCAPE.matcher(text).replaceAll("$1&#92;");
    if (!disarmed.equals(text)) {
      Files.writeString(file, disarmed, encoding);
    }
  }
}
