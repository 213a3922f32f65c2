package io.speechtotext.migrator;

import java.util.Locale;
import java.util.regex.Pattern;

/** Why a file name is refused, for the person who chose it. */
final class NameRules {

  private static final String EXPECTED =
      "expected V<version>__<description>.sql or U<version>__<description>.sql";
  private static final Pattern REPEATABLE = Pattern.compile("[Rr]__.*");
  private static final Pattern BASELINE = Pattern.compile("[Bb]\\d[\\d._]*__.*");
  private static final Pattern JAVA = Pattern.compile(".*\\.(java|class|jar|kt)");
  private static final Pattern LOWER_CASE = Pattern.compile("[vu]\\d.*");
  private static final Pattern ONE_UNDERSCORE = Pattern.compile("[VU]\\d+([._]\\d+)*_[^_].*");
  private static final Pattern NO_VERSION = Pattern.compile("[VU]__.*");

  private NameRules() {}

  static String brokenBy(String name) {
    if (REPEATABLE.matcher(name).matches()) {
      return "repeatable migrations have no undo; write a versioned pair instead";
    }
    if (BASELINE.matcher(name).matches()) {
      return "baseline migrations have no undo; write a versioned pair instead";
    }
    if (JAVA.matcher(name).matches()) {
      return "Java migrations have no undo; write a versioned pair of SQL files instead";
    }
    return silentlyIgnored(name);
  }

  private static String silentlyIgnored(String name) {
    if (LOWER_CASE.matcher(name).matches()) {
      return "the prefix is a capital letter; rename it to "
          + name.substring(0, 1).toUpperCase(Locale.ROOT)
          + name.substring(1);
    }
    if (ONE_UNDERSCORE.matcher(name).matches()) {
      return "two underscores stand between version and description; " + EXPECTED;
    }
    if (NO_VERSION.matcher(name).matches()) {
      return "the version is missing; " + EXPECTED;
    }
    return "it would never be run; " + EXPECTED + ", or move it elsewhere";
  }
}
