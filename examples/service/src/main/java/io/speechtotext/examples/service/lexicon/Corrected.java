package io.speechtotext.examples.service.lexicon;

/**
 * A text as the lexicon has it.
 *
 * @param count how many places were replaced
 */
public record Corrected(String text, int count) {}
