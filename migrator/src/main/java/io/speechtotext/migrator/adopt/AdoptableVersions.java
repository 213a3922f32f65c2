package io.speechtotext.migrator.adopt;

import io.speechtotext.migrator.Version;
import io.speechtotext.migrator.snapshot.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The versions at which a database can be taken over: what each looks like, and by which Alembic
 * revision it is known there. Immutable.
 */
public final class AdoptableVersions {

  private final Map<String, Version> revisions;
  private final SortedMap<Version, Snapshot> snapshots;

  /**
   * States them.
   *
   * @param revisions versions by Alembic revision
   * @param snapshots what each version makes; holds every version of {@code revisions}
   */
  public AdoptableVersions(Map<String, Version> revisions, Map<Version, Snapshot> snapshots) {
    this.revisions = Map.copyOf(revisions);
    this.snapshots = new TreeMap<>(snapshots);
    if (!this.snapshots.keySet().containsAll(revisions.values())) {
      throw new IllegalArgumentException(
          "every version of %s needs a snapshot, but there are only those of %s"
              .formatted(revisions, this.snapshots.keySet()));
    }
  }

  /**
   * Reads {@code alembic.properties}, which has a line {@code revision = version} for each, and the
   * {@code V<version>.snapshot} of each, from a directory of the class path such as {@code
   * db/snapshot}.
   *
   * @throws IllegalArgumentException when one is missing, or not understood
   */
  public static AdoptableVersions onClasspath(String directory) {
    Map<String, Version> revisions = new TreeMap<>();
    Map<Version, Snapshot> snapshots = new TreeMap<>();
    properties(directory + "/alembic.properties")
        .forEach(
            (revision, number) -> {
              Version version = Version.of(number.toString());
              revisions.put(revision.toString(), version);
              String snapshot = directory + "/V" + version + ".snapshot";
              snapshots.computeIfAbsent(version, key -> Snapshot.onClasspath(snapshot));
            });
    return new AdoptableVersions(revisions, snapshots);
  }

  private static Properties properties(String resource) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context == null ? AdoptableVersions.class.getClassLoader() : context;
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no file " + resource + " on the class path");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  /** All of them, oldest first. */
  public List<Version> list() {
    return List.copyOf(snapshots.keySet());
  }

  boolean knows(String revision) {
    return revisions.containsKey(revision);
  }

  Version of(String revision) {
    Version version = revisions.get(revision);
    if (version == null) {
      throw new IllegalArgumentException("unknown revision " + revision);
    }
    return version;
  }

  Snapshot snapshot(Version version) {
    Snapshot snapshot = snapshots.get(version);
    if (snapshot == null) {
      throw new IllegalArgumentException(
          "No database can be adopted at version %s; versions that can be are %s"
              .formatted(version, list()));
    }
    return snapshot;
  }

  /** For people: {@code 001 (V1), 002 (V2)}. */
  String describeRevisions() {
    return revisions.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(entry -> "%s (V%s)".formatted(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }
}
