package io.speechtotext.app;

import io.speechtotext.app.config.DatabaseSettings;
import io.speechtotext.app.database.Database;
import io.speechtotext.migrator.Migrations;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.DatabaseTemplate;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.sql.DataSource;

/** A database as production has it: migrated to the newest version, by the shipped files. */
public final class MigratedSchema implements DatabaseTemplate {

  // Stands for the role of a service: every server has it, so that none has to be made and dropped
  // again, and it has no right to any table but those that it is given.
  private static final String SERVICE_ROLE = "pg_signal_backend";

  @Override
  public void fill(DataSource empty) {
    Migrator migrator = new Migrator(empty, Migrations.onClasspath("db/migration"));
    migrator.up();
    migrator.grantTo(SERVICE_ROLE);
  }

  /** Opens a test's copy the way that a service opens its database, in its role. */
  public static Database open(ThrowawayDatabase copy) {
    String role = "&options=" + encoded("-c role=" + SERVICE_ROLE);
    String url = url(copy, copy.password()) + role;
    return Database.open(DatabaseSettings.from(Map.of("DATABASE_URL", url)));
  }

  /** What a service's environment says about the database. */
  public static DatabaseSettings settings(ThrowawayDatabase copy, String password) {
    return DatabaseSettings.from(Map.of("DATABASE_URL", url(copy, password)));
  }

  /** All that is needed to connect. */
  public static String url(ThrowawayDatabase copy, String password) {
    String separator = copy.jdbcUrl().contains("?") ? "&" : "?";
    String login = "user=%s&password=%s".formatted(encoded(copy.user()), encoded(password));
    return copy.jdbcUrl() + separator + login;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
