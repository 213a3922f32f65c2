package io.speechtotext.schema;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** From one version to another; 0 stands for base. */
record WayCase(int from, int to) {

  /**
   * Each step up and down alone, and all of them at once: from the base, and from every version
   * that a database can be adopted at. All ways that there are would be as many as versions
   * squared.
   */
  static List<WayCase> some() throws IOException {
    List<Integer> versions = SchemaMigrations.versions();
    int newest = versions.get(versions.size() - 1);
    Set<WayCase> ways = new LinkedHashSet<>();
    int before = 0;
    for (int version : versions) {
      ways.addAll(bothWays(before, version));
      before = version;
    }
    ways.addAll(bothWays(0, newest));
    SnapshotsTest.adoptableVersions().forEach(each -> ways.addAll(bothWays(each, newest)));
    return List.copyOf(ways);
  }

  private static List<WayCase> bothWays(int from, int to) {
    return List.of(new WayCase(from, to), new WayCase(to, from));
  }

  boolean isDown() {
    return to < from;
  }

  static String name(int version) {
    return version == 0 ? "base" : Integer.toString(version);
  }
}
