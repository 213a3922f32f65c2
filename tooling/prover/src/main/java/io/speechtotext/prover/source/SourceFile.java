package io.speechtotext.prover.source;

/**
 * A file as it was found.
 *
 * @param text empty when it cannot be read
 * @param trouble why it cannot be read, in sentences; empty when it can
 * @param line where the trouble begins, from 1; 0 when nowhere
 */
record SourceFile(String text, String trouble, int line) {

  static SourceFile readable(String text) {
    return new SourceFile(text, "", 0);
  }

  boolean isReadable() {
    return trouble.isEmpty();
  }
}
