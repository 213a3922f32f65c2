package io.speechtotext.app.feedback;

/**
 * What a lexicon might learn from a correction.
 *
 * @param term what the text said
 * @param replacement what it should say instead
 */
public record CorrectedTerm(String term, String replacement) {}
