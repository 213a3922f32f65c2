package io.speechtotext.examples.service.transcription;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Turns recordings into words. Thread-safe. */
@FunctionalInterface
public interface Transcriber {

  /**
   * Takes as long as it takes; its caller holds no transaction meanwhile.
   *
   * @param recording the file
   * @param language the language to expect; null to detect it
   * @throws TranscriptionException when there are no words to be had
   * @throws InterruptedException when it was told to give up: the process stops, or the job is
   *     somebody else's by now
   */
  Transcript transcribe(Path recording, @Nullable String language)
      throws TranscriptionException, InterruptedException;
}
