package io.speechtotext.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.codegen.JavaGenerator;
import org.jooq.meta.Database;

/** Generates nothing: writes what it was told where the output would be. */
public final class ProbingGenerator extends JavaGenerator {

  @Override
  public void generate(Database database) {
    String told =
        EffectiveConfiguration.of(this, new DefaultGeneratorStrategy(), database).toString();
    try {
      Files.writeString(Path.of(getTargetDirectory()), told);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
