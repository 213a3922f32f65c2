package io.speechtotext.bench;

import java.time.Duration;

/**
 * Two arms, in turns: a round gives each one window, and the ratio of the two is taken within the
 * round, so that what happens to the machine meanwhile happens to both.
 */
final class Duel {

  // Until the JVM has compiled what it will: with few clients, for else they keep its compiler from
  // working, and what is then measured is the interpreter.
  private static final Window WARM_UP = new Window(2, Duration.ofSeconds(15));

  private final Window window;
  private final int rounds;

  Duel(Window window, int rounds) {
    this.window = window;
    this.rounds = rounds;
  }

  /** Prints a line: medians of both, and the median ratio with its range. */
  void run(String thing, Arm ours, Arm rival) throws Exception {
    WARM_UP.throughputOf(rival);
    WARM_UP.throughputOf(ours);
    window.throughputOf(rival);
    window.throughputOf(ours);
    Ratios ratios = new Ratios(thing, ours.name(), rival.name());
    for (int round = 0; round < rounds; round++) {
      boolean first = round % 2 == 0;
      double before = window.throughputOf(first ? ours : rival);
      double after = window.throughputOf(first ? rival : ours);
      ratios.add(first ? before : after, first ? after : before);
    }
    ratios.print();
  }
}
