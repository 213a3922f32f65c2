package io.speechtotext.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The stamp on disk, beside the output it speaks of: what went in, and what came out. */
final class StampFile {

  private static final String INPUT = "input";
  private static final String OUTPUT = "output";

  private final Path file;
  private final Path output;

  private StampFile(Path file, Path output) {
    this.file = file;
    this.output = output;
  }

  /** The stamp of the output directory {@code output}: {@code output.stamp}. */
  static StampFile besides(Path output) {
    return new StampFile(output.resolveSibling(output.getFileName() + ".stamp"), output);
  }

  /**
   * Compares with what is there now; contacts no database.
   *
   * @return the first difference; empty when the output is fresh
   */
  Optional<String> reasonToRegenerate(Stamp inputs, boolean forced) throws IOException {
    if (forced) {
      return Optional.of("it was asked for");
    }
    if (!Files.exists(file)) {
      return Optional.of(
          Files.exists(output)
              ? "the last generation did not end, or its stamp is gone"
              : "nothing was generated yet");
    }
    // Whatever is damaged, it must be read to be compared.
    String before = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    Stamp outputs = currentOutput();
    return before.equals(text(inputs, outputs))
        ? Optional.empty()
        : Optional.of(firstDifference(before, inputs, outputs));
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Writes both sides in one step, so that no half of a stamp is ever read. */
  void write(Stamp inputs) throws IOException {
    Path written = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(written, text(inputs, currentOutput()));
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private Stamp currentOutput() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    try (Stream<Path> files = Files.exists(output) ? Files.walk(output) : Stream.empty()) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        entries.put(output.relativize(each).toString(), Sha256.of(Files.readAllBytes(each)));
      }
    }
    return new Stamp(entries);
  }

  private static String text(Stamp inputs, Stamp outputs) {
    StringBuilder text = new StringBuilder();
    inputs.entries().forEach((name, value) -> text.append(line(INPUT, name, value)));
    outputs.entries().forEach((name, value) -> text.append(line(OUTPUT, name, value)));
    return text.toString();
  }

  private static String line(String side, String name, String value) {
    return side + "\t" + name + "\t" + value + "\n";
  }

  private static String firstDifference(String before, Stamp inputs, Stamp outputs) {
    return inputs
        .firstChangeSince(read(INPUT, before))
        .or(() -> outputs.firstChangeSince(read(OUTPUT, before)))
        .orElse("the stamp is damaged");
  }

  private static Stamp read(String side, String text) {
    Map<String, String> entries = new LinkedHashMap<>();
    text.lines()
        .map(line -> line.split("\t", -1))
        .filter(parts -> parts.length == 3 && parts[0].equals(side))
        .forEach(parts -> entries.put(parts[1], parts[2]));
    return new Stamp(entries);
  }
}
