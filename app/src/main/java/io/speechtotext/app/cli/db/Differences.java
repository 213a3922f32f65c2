package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.Listing;
import io.speechtotext.migrator.snapshot.Difference;
import java.util.List;
import java.util.Locale;

/** How differences between catalogs are shown. */
final class Differences {

  private Differences() {}

  static Listing listing(List<Difference> differences) {
    Listing listing = new Listing("severity", "object", "expected", "found");
    differences.forEach(
        each -> listing.add(severity(each), each.object(), each.expected(), each.found()));
    return listing;
  }

  static String severity(Difference difference) {
    return difference.severity().name().toLowerCase(Locale.ROOT);
  }
}
