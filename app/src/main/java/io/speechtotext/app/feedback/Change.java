package io.speechtotext.app.feedback;

/**
 * A stretch of words that stands for another one; either may be empty, but not both.
 *
 * @param from the first word of the original in it
 * @param to the first word of the original behind it
 * @param correctedFrom the first word of the corrected text in it
 * @param correctedTo the first word of the corrected text behind it
 */
record Change(int from, int to, int correctedFrom, int correctedTo) {}
