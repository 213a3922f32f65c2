package io.speechtotext.prover.cli;

import org.jspecify.annotations.Nullable;

/** The history that the files were to be compared with cannot be read. */
final class UnavailableHistoryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnavailableHistoryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
