package io.speechtotext.app.database;

import io.speechtotext.app.config.DatabaseSettings;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;

/**
 * The service's database: a bounded pool of connections and jOOQ on top of it. Thread-safe; one for
 * a process, closed when the process ends.
 */
public final class Database implements NamedStatements, AutoCloseable {

  private final Connections connections;
  private final Transactions transactions;
  private final Attempts attempts;
  private final SingleStatements singly;
  private final Optional<DataSource> listening;

  private Database(DatabaseOptions options, Route route, Attempts attempts) {
    this.connections = Connections.open(options, route);
    this.transactions = new Transactions(connections, route, options.timeouts(), attempts);
    this.attempts = attempts;
    this.listening =
        route
            .listening(options)
            .map(each -> DirectConnections.listening(each, Listener.ANSWER_LIMIT));
    this.singly = new SingleStatements(connections, transactions, route);
  }

  /**
   * Opens the pool and connects once.
   *
   * @throws DatabaseUnavailableException when the server does not answer, or refuses
   */
  public static Database open(DatabaseSettings settings) {
    return open(DatabaseOptions.of(settings));
  }

  /** As above, with a pool of other size or patience. */
  public static Database open(DatabaseSettings settings, PoolSettings poolSettings) {
    return open(DatabaseOptions.of(settings).with(poolSettings));
  }

  /** As above, with all that can be chosen. */
  public static Database open(DatabaseOptions options) {
    return open(options, Pause.RANDOM);
  }

  static Database open(DatabaseOptions options, Pause pause) {
    return new Database(
        options, Route.to(options.settings()), new Attempts(pause, options.listeners()));
  }

  /**
   * Connections to the server itself, for those who LISTEN: a new one at each call, where an answer
   * is waited for 10 seconds, and notifications for as long as they may take. Empty behind a
   * pooler, unless the options say how to get past it.
   */
  public Optional<DataSource> listening() {
    return listening;
  }

  /** How busy the pool is. */
  public PoolState poolState() {
    return connections.state();
  }

  @Override
  public <T> T read(String name, Function<DSLContext, T> statement) {
    return attempts.repeatedly(name, () -> singly.run(Exposure.NONE, statement));
  }

  @Override
  public <T> T write(String name, Repeating repeating, Function<DSLContext, T> statement) {
    Exposure exposure = Exposure.of(repeating);
    return attempts.repeatedly(name, () -> singly.run(exposure, statement));
  }

  @Override
  public <P, R> R read(Prepared<P, R> statement, P parameters) {
    return attempts.repeatedly(
        statement.name(), () -> singly.run(Exposure.NONE, statement.with(parameters)));
  }

  @Override
  public <P, R> R write(Repeating repeating, Prepared<P, R> statement, P parameters) {
    Exposure exposure = Exposure.of(repeating);
    return attempts.repeatedly(
        statement.name(), () -> singly.run(exposure, statement.with(parameters)));
  }

  @Override
  public <T> T atomically(String name, Repeating repeating, Function<DSLContext, T> statements) {
    Supplier<T> once =
        () -> transactions.run(Exposure.of(repeating), inside -> inside.alone(statements));
    return repeating == Repeating.SAFE
        ? attempts.repeatedly(name, once)
        : attempts.once(name, once);
  }

  @Override
  public <R extends Record> void forEach(
      String name, Function<DSLContext, ResultQuery<R>> query, Consumer<? super R> each) {
    transactions.run(
        Exposure.NONE,
        inside -> {
          inside.forEach(name, query, each);
          return true;
        });
  }

  /**
   * Runs statements of several repositories as one transaction, and all of it again when the server
   * had to undo it; so it must have no other effects.
   */
  public <T> T transaction(Function<Statements, T> work) {
    return attempts.repeatedly(
        "transaction", () -> transactions.run(Exposure.UNREPEATABLE, work::apply));
  }

  /** As above, but never again. */
  public <T> T transactionOnce(Function<Statements, T> work) {
    return attempts.once("transaction", () -> transactions.run(Exposure.UNREPEATABLE, work::apply));
  }

  @Override
  public void close() {
    connections.close();
  }
}
