/** A small speech-to-text service: an HTTP API, and workers, on the typed data layer. */
@NullMarked
package io.speechtotext.examples.service;

import org.jspecify.annotations.NullMarked;
