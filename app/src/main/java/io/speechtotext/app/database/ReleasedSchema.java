package io.speechtotext.app.database;

import io.speechtotext.migrator.Migrations;
import io.speechtotext.migrator.snapshot.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The schema that this release was built for: how to make it, and what it is. A service that starts
 * hands both to a {@link io.speechtotext.migrator.Migrator}, to go {@code up} or to {@code verify}.
 */
public final class ReleasedSchema {

  private static final String MIGRATIONS = "db/migration";
  private static final String SNAPSHOT = "/io/speechtotext/jooq/schema.snapshot";

  private ReleasedSchema() {}

  /** The migrations that lead to it, read anew at each call. */
  public static Migrations migrations() {
    return Migrations.onClasspath(MIGRATIONS);
  }

  /** What the typed classes were made from, read anew at each call. */
  public static Snapshot snapshot() {
    try (InputStream in = ReleasedSchema.class.getResourceAsStream(SNAPSHOT)) {
      if (in == null) {
        throw new IllegalStateException("the jar of the generated classes lacks " + SNAPSHOT);
      }
      return Snapshot.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
