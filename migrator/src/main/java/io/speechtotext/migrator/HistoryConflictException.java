package io.speechtotext.migrator;

import org.jspecify.annotations.Nullable;

/**
 * What the database's history says was applied is not what the files say. Nothing was changed; the
 * message names each file and the remedy.
 */
public final class HistoryConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HistoryConflictException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
