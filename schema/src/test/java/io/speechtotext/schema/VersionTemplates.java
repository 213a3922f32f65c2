package io.speechtotext.schema;

import io.speechtotext.migrator.Migrator;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Databases at any version, without rows: each version is reached once in a test run, from the
 * nearest below it, and cloned from then on. So a test of every version costs no more for the last
 * one than for the first. They end with their server. Thread-safe.
 */
final class VersionTemplates {

  private final ThrowawayPostgres postgres;
  private final NavigableMap<Integer, ThrowawayDatabase> templates = new TreeMap<>();

  VersionTemplates(ThrowawayPostgres postgres) {
    this.postgres = postgres;
  }

  /** A new database; 0 is an empty one. */
  ThrowawayDatabase at(int version) {
    return version == 0
        ? postgres.createDatabase()
        : postgres.createDatabaseFrom(template(version));
  }

  private synchronized ThrowawayDatabase template(int version) {
    Map.Entry<Integer, ThrowawayDatabase> below = templates.floorEntry(version);
    if (below != null && below.getKey() == version) {
      return below.getValue();
    }
    ThrowawayDatabase template =
        below == null ? postgres.createDatabase() : postgres.createDatabaseFrom(below.getValue());
    new Migrator(template.dataSource(), SchemaMigrations.all()).upTo(Integer.toString(version));
    templates.put(version, template);
    return template;
  }
}
