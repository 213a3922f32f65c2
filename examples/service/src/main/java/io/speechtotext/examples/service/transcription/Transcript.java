package io.speechtotext.examples.service.transcription;

/**
 * What was heard.
 *
 * @param confidence how sure it is, from 0 to 1
 */
public record Transcript(String text, double confidence) {}
