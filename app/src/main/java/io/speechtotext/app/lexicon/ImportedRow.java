package io.speechtotext.app.lexicon;

/**
 * What became of a row of an imported file. Immutable.
 *
 * @param number of the row, from 1; a CSV file's header is not counted
 * @param term as it was compared: composed and trimmed; the beginning of one that is too long
 * @param verdict what became of it
 */
public record ImportedRow(long number, String term, ImportVerdict verdict) {}
