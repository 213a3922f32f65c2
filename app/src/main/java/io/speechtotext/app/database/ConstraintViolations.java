package io.speechtotext.app.database;

import io.speechtotext.app.database.ConstraintViolationException.Kind;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Turns the server's refusal of a row into an exception that callers can act on. */
final class ConstraintViolations implements ExecuteListener {

  private static final long serialVersionUID = 1L;

  @Override
  public void exception(ExecuteContext context) {
    if (context.sqlException() instanceof PSQLException refusal) {
      translate(refusal).ifPresent(context::exception);
    }
  }

  private static Optional<ConstraintViolationException> translate(PSQLException refusal) {
    ServerErrorMessage message = refusal.getServerErrorMessage();
    return message == null
        ? Optional.empty()
        : kind(refusal.getSQLState())
            .map(kind -> new ConstraintViolationException(kind, name(message), refusal));
  }

  private static String name(ServerErrorMessage message) {
    return Stream.of(message.getConstraint(), message.getColumn())
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElse("");
  }

  // https://www.postgresql.org/docs/current/errcodes-appendix.html, class 23
  private static Optional<Kind> kind(String sqlState) {
    return switch (sqlState) {
      case "23505" -> Optional.of(Kind.UNIQUE);
      case "23503", "23001" -> Optional.of(Kind.FOREIGN_KEY);
      case "23502" -> Optional.of(Kind.NOT_NULL);
      case "23514", "23P01", "23000" -> Optional.of(Kind.CHECK);
      default -> Optional.empty();
    };
  }
}
