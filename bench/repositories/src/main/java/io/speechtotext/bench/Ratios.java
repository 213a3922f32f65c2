package io.speechtotext.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What two arms reached in each round, and how the one stands to the other. */
final class Ratios {

  private final String thing;
  private final String ourName;
  private final String rival;
  private final List<Double> ours = new ArrayList<>();
  private final List<Double> theirs = new ArrayList<>();
  private final List<Double> ratios = new ArrayList<>();

  Ratios(String thing, String rival) {
    this(thing, "ours", rival);
  }

  Ratios(String thing, String ourName, String rival) {
    this.thing = thing;
    this.ourName = ourName;
    this.rival = rival;
  }

  /** Notes a round; the ratio is taken within it. */
  void add(double our, double their) {
    ours.add(our);
    theirs.add(their);
    ratios.add(our / their);
  }

  /** Prints a line: medians of both, and the median ratio with its range. */
  void print() {
    System.out.printf(
        Locale.ROOT,
        "| %s | %s %.0f/s | %s %.0f/s | %.2f (%.2f to %.2f) |%n",
        thing,
        ourName,
        Median.of(ours),
        rival,
        Median.of(theirs),
        Median.of(ratios),
        ratios.stream().min(Double::compare).orElseThrow(),
        ratios.stream().max(Double::compare).orElseThrow());
  }
}
