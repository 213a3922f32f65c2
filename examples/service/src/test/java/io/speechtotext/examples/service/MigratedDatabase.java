package io.speechtotext.examples.service;

import io.speechtotext.app.database.ReleasedSchema;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.DatabaseTemplate;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;

/** A database as {@code stt db up} and {@code stt db grant} leave it. */
public final class MigratedDatabase implements DatabaseTemplate {

  // Every server has it, and it has no right to any table but those that it is given.
  private static final String SERVICE_ROLE = "pg_signal_backend";

  @Override
  public void fill(DataSource empty) {
    Migrator migrator = new Migrator(empty, ReleasedSchema.migrations());
    migrator.up();
    migrator.grantTo(SERVICE_ROLE);
  }

  /** How the service reaches a copy: in a role that owns nothing there. */
  static String url(ThrowawayDatabase copy) {
    return "%s%suser=%s&password=%s&options=%s"
        .formatted(
            copy.jdbcUrl(),
            copy.jdbcUrl().contains("?") ? "&" : "?",
            encoded(copy.user()),
            encoded(copy.password()),
            encoded("-c role=" + SERVICE_ROLE));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
