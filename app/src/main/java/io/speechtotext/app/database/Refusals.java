package io.speechtotext.app.database;

import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.failure.DataException;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.failure.RefusedTransitionException;
import io.speechtotext.app.failure.Rule;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.failure.UnavailableException.Outcome;
import io.speechtotext.app.failure.UnavailableException.Reason;
import io.speechtotext.app.failure.UnexpectedFailureException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jooq.exception.DataAccessException;

/** What the server's refusals mean to callers, by SQLSTATE and constraint, never by message. */
final class Refusals {

  private static final String NO_STATE = "00000";

  private Refusals() {}

  /** As below, for what jOOQ made of it. */
  static DataException translate(DataAccessException failure, Exposure exposure) {
    SQLException cause = failure.getCause(SQLException.class);
    return cause == null
        ? new UnexpectedFailureException(NO_STATE, WithoutValues.of(failure))
        : translate(cause, exposure);
  }

  // https://www.postgresql.org/docs/current/errcodes-appendix.html
  static DataException translate(SQLException refusal, Exposure exposure) {
    String state = Objects.requireNonNullElse(refusal.getSQLState(), NO_STATE);
    return switch (state) {
      case "23505", "23503", "23001", "23P01" -> conflict(state, Broken.by(refusal), refusal);
      case "23502", "23514" -> broken(Broken.by(refusal));
      // Of a domain, too: there is no telling which column.
      case "22001" -> value("is too long for its column");
      case "22003" -> value("is out of its column's range");
      case "22P02", "22P03", "22030", "22032" -> value("is not of its column's form");
      case "22007", "22008" -> value("is no date or time that the database knows");
      case "22021", "22P05" -> value("holds a character that the database cannot store");
      default -> unavailable(state, refusal, exposure);
    };
  }

  private static DataException unavailable(String state, SQLException refusal, Exposure exposure) {
    return switch (state) {
      case "40001", "40P01" -> notDone(Reason.ROLLED_BACK, refusal);
      case "57014" -> notDone(Reason.TIMED_OUT, refusal);
      case "55P03" -> notDone(Reason.LOCKED, refusal);
      // The driver says these of a connection that it never had, or has no more: nothing was sent.
      case "08001", "08003", "08004" -> notDone(Reason.CONNECTION_LOST, refusal);
      // Read only: a server that has become a standby.
      case "25006" -> notDone(Reason.OVERLOADED, refusal);
      // In a transaction for too long; the server ends the session.
      case "25P03", "25P04", "40003" -> lost(refusal, exposure);
      default -> unavailableByClass(state, refusal, exposure);
    };
  }

  private static DataException unavailableByClass(
      String state, SQLException refusal, Exposure exposure) {
    return switch (state.substring(0, 2)) {
      case "53" -> notDone(Reason.OVERLOADED, refusal);
      case "08", "57" -> lost(refusal, exposure);
      default -> new UnexpectedFailureException(state, WithoutValues.of(refusal));
    };
  }

  private static UnavailableException lost(SQLException refusal, Exposure exposure) {
    return exposure.lost(Reason.CONNECTION_LOST, WithoutValues.of(refusal));
  }

  static UnavailableException notDone(Reason reason, SQLException refusal) {
    return new UnavailableException(reason, Outcome.NOT_DONE, true, WithoutValues.of(refusal));
  }

  private static DataException conflict(String state, Broken broken, SQLException refusal) {
    return Rule.of(broken.constraint())
        .<DataException>map(ConflictException::new)
        .orElseGet(() -> new UnexpectedFailureException(state, WithoutValues.of(refusal)));
  }

  private static DataException broken(Broken broken) {
    return Rule.of(broken.constraint())
        .filter(Rule.JOB_REOPENED::equals)
        .<DataException>map(rule -> new RefusedTransitionException("the job", rule.meaning()))
        .orElseGet(() -> invalid(broken));
  }

  private static InvalidValueException invalid(Broken broken) {
    Optional<Rule> rule = Rule.of(broken.constraint());
    return new InvalidValueException(
        rule.flatMap(Rule::field).orElse(broken.place()),
        rule.map(Rule::meaning).orElse("is missing, or breaks a rule of the database"));
  }

  private static InvalidValueException value(String rule) {
    return new InvalidValueException("a value", rule);
  }
}
