package io.speechtotext.examples.service.transcription;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for a speech model, of which none is shipped: takes a text file as if somebody had read
 * it aloud, and refuses everything else. All around it is as it would be with a model.
 */
public final class ReadAloud implements Transcriber {

  private static final String EXTENSION = ".txt";

  private final Duration perWord;

  /**
   * At that pace.
   *
   * @param perWord zero for at once; more shows what a model that takes its time does
   */
  public ReadAloud(Duration perWord) {
    this.perWord = perWord;
  }

  @Override
  public Transcript transcribe(Path recording, @Nullable String language)
      throws TranscriptionException, InterruptedException {
    if (!recording.toString().endsWith(EXTENSION)) {
      throw TranscriptionException.lasting(
          "model_missing", "No speech model is installed here: only .txt files can be read");
    }
    String text = read(recording).strip();
    listen(text);
    return new Transcript(text, 1);
  }

  private static String read(Path recording) throws TranscriptionException {
    try {
      return Files.readString(recording);
    } catch (NoSuchFileException e) {
      throw TranscriptionException.lasting("audio_missing", "The recording is not there any more");
    } catch (CharacterCodingException e) {
      throw TranscriptionException.lasting("audio_unreadable", "The text is not in UTF-8");
    } catch (IOException e) {
      throw TranscriptionException.passing("storage_failed", "The recording cannot be read", e);
    }
  }

  private void listen(String text) throws InterruptedException {
    int words = text.isEmpty() ? 0 : text.split("\\s+").length;
    TimeUnit.NANOSECONDS.sleep(perWord.multipliedBy(words).toNanos());
  }
}
