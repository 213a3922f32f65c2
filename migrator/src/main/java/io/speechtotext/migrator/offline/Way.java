package io.speechtotext.migrator.offline;

import io.speechtotext.migrator.Migration;
import io.speechtotext.migrator.Migrations;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.migrator.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * From one version to another.
 *
 * @param applied what is applied at its beginning, oldest first
 * @param steps what is to be applied or undone, in that order
 * @param isDown which of the two
 */
record Way(List<Migration> applied, List<Migration> steps, boolean isDown) {

  static Way between(Migrations migrations, String from, String to) {
    List<Migration> all = migrations.list();
    int begin = position(all, from);
    int end = position(all, to);
    List<Migration> steps =
        new ArrayList<>(all.subList(Math.min(begin, end), Math.max(begin, end)));
    if (end < begin) {
      Collections.reverse(steps);
    }
    return new Way(all.subList(0, begin), steps, end < begin);
  }

  /** How many are applied there. */
  private static int position(List<Migration> all, String place) {
    if (place.equals(Migrator.BASE)) {
      return 0;
    }
    List<Version> known = all.stream().map(Migration::version).toList();
    int index = known.indexOf(Version.of(place));
    if (index < 0) {
      throw new IllegalArgumentException(
          "There is no migration of version %s; known versions are %s, and %s"
              .formatted(place, known, Migrator.BASE));
    }
    return index + 1;
  }
}
