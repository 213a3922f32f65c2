package io.speechtotext.examples.service;

import io.speechtotext.examples.service.transcription.Transcriber;
import io.speechtotext.examples.service.transcription.Transcript;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Hears the same in every recording, but not before the test lets it. */
final class HeldTranscriber implements Transcriber {

  private final Semaphore begun = new Semaphore(0);
  private final Semaphore allowed = new Semaphore(0);
  private final Semaphore interrupted = new Semaphore(0);

  @Override
  public Transcript transcribe(Path recording, @Nullable String language)
      throws InterruptedException {
    begun.release();
    try {
      allowed.acquire();
      return new Transcript("heard at last", 0.9);
    } catch (InterruptedException e) {
      interrupted.release();
      throw e;
    }
  }

  /** Waits until one more recording is being listened to. */
  void awaitBegin() throws InterruptedException {
    begun.acquire();
  }

  /** Waits until one more was told to give up. */
  void awaitInterrupt() throws InterruptedException {
    interrupted.acquire();
  }

  /** Lets one of them go on. */
  void letGo() {
    allowed.release();
  }
}
