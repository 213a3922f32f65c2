package io.speechtotext.app.learning;

/** What is unique among the terms of all lexicons. */
record TermKey(String lexiconId, String normalizedTerm) {}
