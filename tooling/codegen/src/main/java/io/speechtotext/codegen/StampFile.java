package io.speechtotext.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
      return Optional.of("there was nothing yet");
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    return inputs
        .firstChangeSince(read(INPUT, lines))
        .or(() -> currentOutput().firstChangeSince(read(OUTPUT, lines)));
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Writes both sides in one step, so that no half of a stamp is ever read. */
  void write(Stamp inputs) throws IOException {
    List<String> lines = new ArrayList<>();
    inputs.entries().forEach((name, value) -> lines.add(line(INPUT, name, value)));
    currentOutput().entries().forEach((name, value) -> lines.add(line(OUTPUT, name, value)));
    Path written = file.resolveSibling(file.getFileName() + ".new");
    Files.write(written, lines, StandardCharsets.UTF_8);
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private Stamp currentOutput() {
    Map<String, String> entries = new LinkedHashMap<>();
    try (Stream<Path> files = Files.exists(output) ? Files.walk(output) : Stream.empty()) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        entries.put(output.relativize(each).toString(), Sha256.of(Files.readAllBytes(each)));
      }
      return new Stamp(entries);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  // Names hold spaces, values hold no tab.
  private static String line(String side, String name, String value) {
    return side + "\t" + name + "\t" + value;
  }

  private static Stamp read(String side, List<String> lines) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (String line : lines) {
      String[] parts = line.split("\t", -1);
      if (parts.length == 3 && parts[0].equals(side)) {
        entries.put(parts[1], parts[2]);
      }
    }
    return new Stamp(entries);
  }
}
