package io.speechtotext.app.lexicon;

import java.io.IOException;

/** Writes the rows of a file. */
interface TermWriter {

  void row(String term, String replacement) throws IOException;

  /** Completes the file and flushes it; what is below stays open. */
  void finish() throws IOException;
}
