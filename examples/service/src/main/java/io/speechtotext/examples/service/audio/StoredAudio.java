package io.speechtotext.examples.service.audio;

/**
 * A recording that was stored.
 *
 * @param name in the store, which may move as a whole
 * @param format the extension, in lower case and without the dot; empty for none
 */
public record StoredAudio(String name, String format, long sizeInBytes) {}
