package io.speechtotext.migrator;

/** A service's role cannot be given its privileges. Nothing was changed. */
public final class GrantRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** States the reason and the next step. */
  public GrantRefusedException(String message) {
    super(message);
  }
}
