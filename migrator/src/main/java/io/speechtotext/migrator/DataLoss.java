package io.speechtotext.migrator;

/** What is to become of data that an undo would drop. */
public enum DataLoss {
  /** The undo is refused, with all that would be lost, and changes nothing. */
  REFUSE,

  /**
   * It is copied into schema {@code undone} first, which belongs to the role that undoes. That role
   * needs the right to create a schema in the database.
   */
  COPY,

  /** It is lost. */
  DISCARD
}
