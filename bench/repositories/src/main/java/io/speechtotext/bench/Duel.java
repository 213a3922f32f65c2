package io.speechtotext.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two arms, in turns: a round gives each one window, and the ratio of the two is taken within the
 * round, so that what happens to the machine meanwhile happens to both.
 */
final class Duel {

  private final Window window;
  private final int rounds;

  Duel(Window window, int rounds) {
    this.window = window;
    this.rounds = rounds;
  }

  /** Prints a line: medians of both, and the median ratio with its range. */
  void run(String thing, Arm ours, Arm rival) throws Exception {
    window.throughputOf(rival);
    window.throughputOf(ours);
    List<Double> mine = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      boolean first = round % 2 == 0;
      double before = window.throughputOf(first ? ours : rival);
      double after = window.throughputOf(first ? rival : ours);
      mine.add(first ? before : after);
      theirs.add(first ? after : before);
      ratios.add(mine.get(round) / theirs.get(round));
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %s %.0f/s | %s %.0f/s | %.2f (%.2f to %.2f) |%n",
        thing,
        ours.name(),
        Median.of(mine),
        rival.name(),
        Median.of(theirs),
        Median.of(ratios),
        ratios.stream().min(Double::compare).orElseThrow(),
        ratios.stream().max(Double::compare).orElseThrow());
  }
}
