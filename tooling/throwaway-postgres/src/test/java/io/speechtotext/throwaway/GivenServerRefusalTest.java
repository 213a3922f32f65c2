package io.speechtotext.throwaway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.speechtotext.throwaway.internal.Durability;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import io.speechtotext.throwaway.testing.Sql;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A given server that cannot be used is named, with the reason and what to do; no password is. */
@ExtendWith(ThrowawayPostgresExtension.class)
class GivenServerRefusalTest {

  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  private final Log log = new Log();

  @BeforeEach
  void listen() {
    DRIVER.addHandler(log);
  }

  @AfterEach
  void nothingThatWasLoggedHoldsAPassword() {
    DRIVER.removeHandler(log);
    assertThat(log.text.toString()).doesNotContain("secret");
  }

  @Test
  void nobodyListensThere() {
    assertThat(refusalOf("jdbc:postgresql://127.0.0.1:1/db?user=me&password=secret"))
        .hasMessageContainingAll("127.0.0.1:1", "refused", "Next: ", "-Dthrowaway.postgres");
  }

  @Test
  void thePasswordIsWrong(ThrowawayDatabase database) {
    assertThat(refusalOf(GivenUrl.of(database, database.user(), "secret")))
        .hasMessageContainingAll("password authentication failed", database.user(), "Next: ");
  }

  @Test
  void theDatabaseDoesNotExist(ThrowawayDatabase database) {
    String url = GivenUrl.of(database).replace(database.name(), "no_such_database");
    assertThat(refusalOf(url)).hasMessageContainingAll("no_such_database", "Next: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://me:secret@127.0.0.1:1/db",
        "jdbc:postgresql://secret:x@/db",
        "jdbc:postgresql://me:secret/db",
        "jdbc:postgresql://127.0.0.1:1?user=me&password=secret",
        "jdbc:postgresql://127.0.0.1:1/db/more?user=me&password=secret",
        "jdbc:postgresql://127.0.0.1:port/db?user=me&password=secret",
        "jdbc:postgresql://127.0.0.1:99999/db?user=me&password=secret",
        "jdbc:postgresql://[::1/db?user=me&password=secret",
        "jdbc:postgresql://127.0.0.1:1/db;user=me;password=secret",
        "jdbc:postgresql://127.0.0.1:1/db?user=me&password=100%secret"
      })
  void itsUrlCannotBeRead(String url) {
    assertThat(refusalOf(url))
        .hasMessageContainingAll("jdbc:postgresql://host:port/database?user=…", "Next: ");
  }

  @Test
  void theRoleMayCreateNoDatabase(ThrowawayDatabase database) throws SQLException {
    Sql.execute(database.dataSource(), "CREATE ROLE visitor LOGIN PASSWORD 'secret'");
    String url = GivenUrl.of(database, "visitor", "secret");
    try (ThrowawayPostgres given = start(url)) {
      assertThat(refusal(given::createDatabase))
          .hasMessageContainingAll(
              given.description(),
              "permission denied to create database",
              "Next: ",
              "visitor",
              "CREATEDB");
    }
    Sql.execute(database.dataSource(), "DROP ROLE visitor");
  }

  private static ThrowawayPostgresException refusalOf(String url) {
    return refusal(() -> start(url).close());
  }

  private static ThrowawayPostgresException refusal(ThrowingCallable action) {
    ThrowawayPostgresException refusal =
        catchThrowableOfType(ThrowawayPostgresException.class, action);
    StringWriter trace = new StringWriter();
    refusal.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain("secret");
    return refusal;
  }

  private static ThrowawayPostgres start(String url) {
    return ThrowawayPostgres.start(new Choice.Given(url), Durability.NONE);
  }

  private static final class Log extends Handler {

    private final StringBuilder text = new StringBuilder();

    @Override
    public void publish(LogRecord logged) {
      text.append(new SimpleFormatter().format(logged));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
