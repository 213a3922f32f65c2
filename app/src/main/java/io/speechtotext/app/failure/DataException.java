package io.speechtotext.app.failure;

import org.jspecify.annotations.Nullable;

/**
 * An operation on the data did not succeed. Neither message nor cause holds SQL, a value of a row,
 * a hash or a key.
 */
public abstract sealed class DataException extends RuntimeException
    permits ConflictException,
        InvalidValueException,
        NotFoundException,
        RefusedTransitionException,
        UnavailableException,
        UnexpectedFailureException {

  private static final long serialVersionUID = 1L;

  DataException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
