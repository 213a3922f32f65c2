package io.speechtotext.examples.service.http;

import java.time.Duration;

/**
 * Where the server listens, and what it takes.
 *
 * @param port 0 for any that is free
 * @param maximumUploadBytes of one recording
 * @param stopLimit how long requests may go on once it is told to stop
 */
public record HttpSettings(String host, int port, long maximumUploadBytes, Duration stopLimit) {}
