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

  @Override
  public void fill(DataSource empty) {
    new Migrator(empty, Migrations.onClasspath("db/migration")).up();
  }

  /** Opens a test's copy the way that a service opens its database. */
  public static Database open(ThrowawayDatabase copy) {
    return Database.open(settings(copy, copy.password()));
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
