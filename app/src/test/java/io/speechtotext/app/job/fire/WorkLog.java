package io.speechtotext.app.job.fire;

import io.speechtotext.app.job.ClaimedJob;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notes of who worked on what at which moment. Each process has a file of its own, which outlives
 * it: a line is with the operating system before the work goes on. All run on one machine, and go
 * by what {@link System#nanoTime()} is there: the time since it started, which no process has of
 * its own, and which is right where a clock is not.
 */
final class WorkLog {

  /**
   * A moment at which somebody worked on a job.
   *
   * @param attempt which of the job's; no two workers have the same
   */
  record Step(Talk talk, int attempt, long nanos) {

    private static Step parse(String line) {
      String[] parts = line.split(" ", 3);
      return new Step(
          new Talk(Integer.parseInt(parts[0])),
          Integer.parseInt(parts[1]),
          Long.parseLong(parts[2]));
    }
  }

  private final FileOutputStream file;

  WorkLog(Path path) throws IOException {
    file = new FileOutputStream(path.toFile(), true);
  }

  void working(ClaimedJob job) {
    String line = "%d %d %d\n".formatted(Talk.of(job).number(), job.attempt(), System.nanoTime());
    try {
      file.write(line.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What all processes noted, in order of time, by the job's number. */
  static Map<Integer, List<Step>> read(Path directory) throws IOException {
    List<Step> steps = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.readAllLines(file).forEach(line -> steps.add(Step.parse(line)));
      }
    }
    return steps.stream()
        .sorted(Comparator.comparingLong(Step::nanos))
        .collect(
            Collectors.groupingBy(each -> each.talk().number(), TreeMap::new, Collectors.toList()));
  }
}
