package io.speechtotext.app.database;

import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.failure.DataException;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.failure.Rule;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.failure.UnavailableException.Outcome;
import io.speechtotext.app.failure.UnexpectedFailureException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the server's refusals mean to callers, by SQLSTATE and constraint, never by message. */
final class Refusals {

  private Refusals() {}

  // https://www.postgresql.org/docs/current/errcodes-appendix.html
  static DataException translate(DataAccessException failure, Repeating repeating) {
    String sqlState = Objects.requireNonNullElse(failure.sqlState(), "00000");
    String name = constraint(failure);
    return switch (sqlState) {
      case "23505", "23503", "23001", "23P01" ->
          Rule.of(name)
              .<DataException>map(ConflictException::new)
              .orElseGet(() -> new UnexpectedFailureException(sqlState));
      case "23514", "23502" ->
          new InvalidValueException(
              name, Rule.of(name).map(Rule::meaning).orElse("breaks a rule of the database"));
      default ->
          sqlState.startsWith("22")
              ? new InvalidValueException("a value", "does not fit its column")
              : unavailable(sqlState, repeating);
    };
  }

  private static DataException unavailable(String sqlState, Repeating repeating) {
    return switch (sqlState.substring(0, 2)) {
      case "40", "53", "55" ->
          new UnavailableException("The database is busy: " + sqlState, Outcome.NOT_DONE, true);
      case "08", "57" ->
          new UnavailableException(
              "The database did not answer: " + sqlState,
              Outcome.UNKNOWN,
              repeating == Repeating.SAFE);
      default -> new UnexpectedFailureException(sqlState);
    };
  }

  private static String constraint(DataAccessException failure) {
    SQLException cause = failure.getCause(SQLException.class);
    return Optional.ofNullable(cause instanceof PSQLException refusal ? refusal : null)
        .map(PSQLException::getServerErrorMessage)
        .flatMap(Refusals::name)
        .orElse("");
  }

  private static Optional<String> name(ServerErrorMessage message) {
    return Stream.of(message.getConstraint(), message.getColumn())
        .flatMap(Stream::ofNullable)
        .findFirst();
  }
}
