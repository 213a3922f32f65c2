package io.speechtotext.app.database;

import io.speechtotext.app.failure.DataException;
import java.sql.Connection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.TransactionContext;
import org.jooq.TransactionProvider;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultConnectionProvider;

/** jOOQ as it is used here: PostgreSQL, quiet, and without transactions of its own. */
final class Dialect {

  private static final Configuration BASE =
      new DefaultConfiguration()
          .set(SQLDialect.POSTGRES)
          // jOOQ would log the values of each statement at DEBUG.
          .set(new Settings().withExecuteLogging(false))
          .set(new NoTransactions());

  private static final Map<Exposure, Dialect> ALONE = new EnumMap<>(Exposure.class);

  static {
    for (Exposure exposure : Exposure.values()) {
      ALONE.put(exposure, of(exposure, failure -> {}));
    }
  }

  private final Configuration configuration;

  private Dialect(Configuration configuration) {
    this.configuration = configuration;
  }

  /** For statements of which a lost connection leaves open what {@code exposure} says. */
  static Dialect of(Exposure exposure) {
    return Objects.requireNonNull(ALONE.get(exposure));
  }

  /** As above; {@code refused} hears of what the server refused. */
  static Dialect of(Exposure exposure, Consumer<DataException> refused) {
    return new Dialect(BASE.derive(new Translating(exposure, refused)));
  }

  DSLContext on(Connection connection) {
    return DSL.using(configuration.derive(new DefaultConnectionProvider(connection)));
  }

  /** For one statement. */
  DSLContext onceOn(Connection connection) {
    return DSL.using(configuration.derive(new OneStatement(connection)));
  }

  /** Within a transaction. */
  DSLContext on(LongWork.InTransaction transaction) {
    return DSL.using(configuration.derive(transaction));
  }

  /** They would end the transaction around them, and know nothing of timeouts. */
  private static final class NoTransactions implements TransactionProvider {

    @Override
    public void begin(TransactionContext context) {
      throw new UnsupportedOperationException(
          "jOOQ's transactions are not used here.\n  Next: run the statements in atomically(…)");
    }

    @Override
    public void commit(TransactionContext context) {
      throw new IllegalStateException("none was begun");
    }

    @Override
    public void rollback(TransactionContext context) {
      // None was begun: jOOQ calls this after begin has thrown.
    }
  }
}
