package io.speechtotext.app.lexicon;

/** A term as services name it: ids of other lexicons are not there. */
record TermKey(LexiconId lexicon, int id) {

  String lexiconId() {
    return lexicon.value();
  }
}
