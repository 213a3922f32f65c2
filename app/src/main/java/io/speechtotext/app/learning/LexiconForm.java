package io.speechtotext.app.learning;

/** What is unique among the terms of all lexicons. */
record LexiconForm(String lexiconId, String normalizedTerm) {}
