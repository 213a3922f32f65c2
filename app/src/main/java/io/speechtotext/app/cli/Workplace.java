package io.speechtotext.app.cli;

import io.speechtotext.app.config.DatabaseSettings;
import io.speechtotext.app.database.DirectConnections;
import io.speechtotext.migrator.Migrations;
import io.speechtotext.migrator.adopt.AdoptableVersions;
import io.speechtotext.migrator.snapshot.Snapshot;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What commands work on: the database that the environment names and the migrations of this
 * release.
 */
public final class Workplace {

  private final Map<String, String> environment;
  private final Release release;

  Workplace(Map<String, String> environment, Release release) {
    this.environment = Map.copyOf(environment);
    this.release = release;
  }

  /** Where to connect: {@code MIGRATION_DATABASE_URL}, else the application's settings. */
  public DatabaseSettings settings() {
    return DatabaseSettings.forMigration(environment);
  }

  /** Connections of its own to that database, not pooled. */
  public DataSource database() {
    return DirectConnections.to(settings());
  }

  /** The migrations that this release brings. */
  public Migrations migrations() {
    return release.migrations();
  }

  /** The schema that this release's typed classes were made from. */
  public Snapshot snapshot() {
    return release.snapshot();
  }

  /** The versions at which the Python service's database can be taken over. */
  public AdoptableVersions adoptable() {
    return release.adoptable();
  }
}
