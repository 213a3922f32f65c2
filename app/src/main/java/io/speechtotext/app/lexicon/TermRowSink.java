package io.speechtotext.app.lexicon;

/** Takes the rows of a file as they are read. */
@FunctionalInterface
interface TermRowSink {

  /** A row with its number, from 1; the texts as they stand in the file. */
  void row(long number, String term, String replacement);
}
