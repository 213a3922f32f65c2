package io.speechtotext.app.database;

import io.speechtotext.app.config.DatabaseSettings;
import io.speechtotext.migrator.session.DirectConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What stands between this process and the server, which decides how it is to be told things. */
enum Route {
  /** Nothing: a session is this process's own, and what it is told at its start holds. */
  DIRECT {
    @Override
    DatabaseSettings settings(DatabaseOptions options) {
      return options.settings().withServerSettings(options.timeouts().serverSettings());
    }

    @Override
    Optional<DatabaseSettings> listening(DatabaseOptions options) {
      return options.listening().or(() -> Optional.of(options.settings()));
    }
  },
  /**
   * A pooler that lends out sessions by the transaction: it refuses settings at the start, forgets
   * prepared statements, and keeps for others what it is told in between.
   */
  POOLED {
    @Override
    DatabaseSettings settings(DatabaseOptions options) {
      return options.settings();
    }

    @Override
    Map<String, String> driverProperties(Timeouts timeouts) {
      Map<String, String> properties = new LinkedHashMap<>(super.driverProperties(timeouts));
      properties.put("prepareThreshold", "0");
      return properties;
    }
  };

  /**
   * Finds out by asking the server who answers.
   *
   * @throws DatabaseUnavailableException when the server does not answer, or refuses
   */
  static Route to(DatabaseSettings settings) {
    try (Connection connection = DirectConnections.to(settings).getConnection()) {
      return DirectConnection.isDirect(connection) ? DIRECT : POOLED;
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(settings.describe(), e);
    }
  }

  /** The database, as it is to be connected to. */
  abstract DatabaseSettings settings(DatabaseOptions options);

  /** The way to the server itself, where there is one. */
  Optional<DatabaseSettings> listening(DatabaseOptions options) {
    return options.listening();
  }

  /** What the driver is to do, where the URL does not say otherwise. */
  Map<String, String> driverProperties(Timeouts timeouts) {
    return Map.of(
        "connectTimeout", Long.toString(timeouts.connect().toSeconds()),
        "socketTimeout", Long.toString(timeouts.socket().toSeconds()));
  }
}
