package io.speechtotext.app.database;

import io.speechtotext.app.config.DatabaseSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that there is to say about a {@link Database}. Immutable.
 *
 * @param settings which database, and as whom
 * @param listening how those who LISTEN reach the server itself; empty for the same way
 * @param listeners who hears of each statement
 */
public record DatabaseOptions(
    DatabaseSettings settings,
    Optional<DatabaseSettings> listening,
    PoolSettings pool,
    Timeouts timeouts,
    List<StatementListener> listeners) {

  /** Keeps a copy of the listeners. */
  public DatabaseOptions {
    listeners = List.copyOf(listeners);
  }

  /** Defaults for all but the database itself. */
  public static DatabaseOptions of(DatabaseSettings settings) {
    return new DatabaseOptions(
        settings, Optional.empty(), PoolSettings.DEFAULTS, Timeouts.DEFAULTS, List.of());
  }

  /** The same with a way to the server itself, past a pooler, for those who LISTEN. */
  public DatabaseOptions listeningOn(DatabaseSettings direct) {
    return new DatabaseOptions(settings, Optional.of(direct), pool, timeouts, listeners);
  }

  /** The same with another pool. */
  public DatabaseOptions with(PoolSettings other) {
    return new DatabaseOptions(settings, listening, other, timeouts, listeners);
  }

  /** The same with other timeouts. */
  public DatabaseOptions with(Timeouts other) {
    return new DatabaseOptions(settings, listening, pool, other, listeners);
  }

  /** The same with one more listener. */
  public DatabaseOptions with(StatementListener another) {
    List<StatementListener> all = new ArrayList<>(listeners);
    all.add(another);
    return new DatabaseOptions(settings, listening, pool, timeouts, all);
  }
}
