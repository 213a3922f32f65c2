package io.speechtotext.schema;

import io.speechtotext.migrator.Migrator;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Databases at any version, without rows: each version is reached once, from the nearest below it,
 * and cloned from then on. So a test of every version costs no more for the last one than for the
 * first. Not thread-safe.
 */
final class VersionTemplates implements AutoCloseable {

  private final ThrowawayPostgres postgres;
  private final NavigableMap<Integer, ThrowawayDatabase> templates = new TreeMap<>();

  VersionTemplates(ThrowawayPostgres postgres) {
    this.postgres = postgres;
  }

  /** A new database; 0 is an empty one. */
  ThrowawayDatabase at(int version) {
    return postgres.createDatabaseFrom(template(version));
  }

  private ThrowawayDatabase template(int version) {
    Map.Entry<Integer, ThrowawayDatabase> below = templates.floorEntry(version);
    if (below != null && below.getKey() == version) {
      return below.getValue();
    }
    ThrowawayDatabase template =
        below == null ? postgres.createDatabase() : postgres.createDatabaseFrom(below.getValue());
    templates.put(version, template);
    if (version > 0) {
      new Migrator(template.dataSource(), SchemaMigrations.all()).upTo(Integer.toString(version));
    }
    return template;
  }

  @Override
  public void close() {
    templates.values().forEach(ThrowawayDatabase::close);
  }
}
