package io.speechtotext.app.database;

import io.speechtotext.migrator.Migrations;
import io.speechtotext.migrator.adopt.AdoptableVersions;
import io.speechtotext.migrator.snapshot.Snapshot;

/**
 * The schema that this release was built for: how to make it, and what it is. A service that starts
 * hands both to a {@link io.speechtotext.migrator.Migrator}, to go {@code up} or to {@code verify}.
 */
public final class ReleasedSchema {

  private static final String MIGRATIONS = "db/migration";
  private static final String SNAPSHOT = "io/speechtotext/jooq/schema.snapshot";
  private static final String ADOPTABLE = "db/snapshot";

  private ReleasedSchema() {}

  /** The migrations that lead to it, read anew at each call. */
  public static Migrations migrations() {
    return Migrations.onClasspath(MIGRATIONS);
  }

  /** What the typed classes were made from, read anew at each call. */
  public static Snapshot snapshot() {
    return Snapshot.onClasspath(SNAPSHOT);
  }

  /** The versions at which the Python service's database can be taken over. */
  public static AdoptableVersions adoptable() {
    return AdoptableVersions.onClasspath(ADOPTABLE);
  }
}
