package io.speechtotext.prover.source;

import org.jspecify.annotations.Nullable;

/** A directory is none of migrations, or of more than one kind. Nothing was run. */
public final class InvalidDirectoryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** An exception that names the directory, the rule that it breaks, and what to do. */
  InvalidDirectoryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
