package io.speechtotext.prover.rewrite;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the versions that a rewrite spreads over. */
public final class FollowingVersion {

  // Longer numbers are times, to which nothing can be added.
  private static final Pattern COUNTED = Pattern.compile("(\\D*)(\\d{1,6})");

  private FollowingVersion() {}

  /** The version that many after another: {@code V8} after {@code V7}. */
  public static String of(String version, int after) {
    Matcher counted = COUNTED.matcher(version);
    return counted.matches()
        ? counted.group(1) + (Integer.parseInt(counted.group(2)) + after)
        : version + (after == 1 ? ", then one more" : ", then " + after + " more");
  }
}
