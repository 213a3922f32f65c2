package io.speechtotext.throwaway;

import io.speechtotext.throwaway.internal.Durability;
import io.speechtotext.throwaway.internal.PostgresVersion;
import io.speechtotext.throwaway.internal.RunningServer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server for one build or one test run, from the ladder: a given URL, else Docker,
 * else embedded. The system property {@code throwaway.postgres} or the environment variable {@code
 * THROWAWAY_POSTGRES} chooses a rung: {@code auto} (default), {@code docker}, {@code embedded}, or
 * a URL {@code jdbc:postgresql://…}.
 *
 * <p>Thread-safe. {@link #close()} ends the server, or drops what was made on a given one; should
 * this process end without it, a shutdown hook does the same, and should it be killed, the server
 * notices or the next start clears up.
 */
public final class ThrowawayPostgres implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ThrowawayPostgres.class);

  private final RunningServer server;
  private final Databases databases;
  private final Thread shutdownHook = new Thread(this::end, "throwaway-postgres-end");

  private ThrowawayPostgres(RunningServer server) {
    this.server = server;
    this.databases = new Databases(server);
  }

  /**
   * Starts a server that does not survive a crash, and is fast for it.
   *
   * @throws ThrowawayPostgresException when the chosen rung cannot be had
   */
  public static ThrowawayPostgres start() {
    return start(Durability.NONE);
  }

  /**
   * Starts a server that writes through to disk, for tests about crashes. A given server stays as
   * its owner set it up.
   *
   * @throws ThrowawayPostgresException when the chosen rung cannot be had
   */
  public static ThrowawayPostgres startDurable() {
    return start(Durability.FULL);
  }

  private static ThrowawayPostgres start(Durability durability) {
    return start(Choice.from(System.getProperties(), System.getenv()), durability);
  }

  static ThrowawayPostgres start(Choice choice, Durability durability) {
    long begin = System.nanoTime();
    Ladder.Started started = Ladder.climb(choice, PostgresVersion.ofBuild(), durability);
    ThrowawayPostgres postgres = new ThrowawayPostgres(started.server());
    Runtime.getRuntime().addShutdownHook(postgres.shutdownHook);
    if (choice instanceof Choice.Given) {
      postgres.databases.sweep();
    }
    log.info(
        "{}, ready in {} ms ({})",
        started.server().description(),
        Duration.ofNanos(System.nanoTime() - begin).toMillis(),
        started.remark());
    return postgres;
  }

  /** For people: which rung, which version, where; no password. */
  public String description() {
    return server.description();
  }

  /**
   * The major version that this build is made for, and that the rungs which start a server have; a
   * given server may have another. Contacts no server.
   */
  public static int configuredMajorVersion() {
    return PostgresVersion.ofBuild().major();
  }

  /** The server's major version, for example 18. */
  public int majorVersion() {
    return server.majorVersion();
  }

  /** Makes an empty database: UTF-8, ordered by byte, whatever the machine's locale. */
  public ThrowawayDatabase createDatabase() {
    return opened(databases.create());
  }

  /**
   * Makes a copy of a database, in some ten milliseconds.
   *
   * @param template a database of this server that nobody is connected to
   */
  public ThrowawayDatabase createDatabaseFrom(ThrowawayDatabase template) {
    return opened(databases.copy(template.name()));
  }

  private ThrowawayDatabase opened(String name) {
    return new ThrowawayDatabase(server, databases, name);
  }

  /** Drops what was made here, and ends the server unless it was given. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException e) {
      return; // the process is ending: the hook does it
    }
    end();
  }

  private void end() {
    try {
      databases.close();
    } finally {
      server.close();
    }
  }
}
