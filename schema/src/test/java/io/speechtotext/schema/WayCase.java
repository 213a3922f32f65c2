package io.speechtotext.schema;

import java.util.List;
import java.util.stream.IntStream;

/** From one version to another; 0 stands for base. */
record WayCase(int from, int to) {

  /** Every way up and down that there is. */
  static List<WayCase> all() {
    int newest = SchemaMigrations.versions().size();
    return IntStream.rangeClosed(0, newest)
        .boxed()
        .flatMap(
            from ->
                IntStream.rangeClosed(0, newest)
                    .filter(to -> to != from)
                    .mapToObj(to -> new WayCase(from, to)))
        .toList();
  }

  boolean isDown() {
    return to < from;
  }

  static String name(int version) {
    return version == 0 ? "base" : Integer.toString(version);
  }
}
