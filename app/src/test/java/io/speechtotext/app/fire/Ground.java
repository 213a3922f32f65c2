package io.speechtotext.app.fire;

import io.speechtotext.app.SpeechToText;
import java.util.function.Consumer;

/**
 * Where operations are prepared: a way to the database that nobody cuts.
 *
 * @param data as a service has it
 * @param sql runs SQL with all rights
 */
record Ground(SpeechToText data, Consumer<String> sql) {}
