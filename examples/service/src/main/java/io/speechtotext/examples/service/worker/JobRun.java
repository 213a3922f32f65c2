package io.speechtotext.examples.service.worker;

import io.speechtotext.app.job.ClaimedJob;
import io.speechtotext.app.job.Completion;
import io.speechtotext.app.job.JobRepository;
import io.speechtotext.app.job.Quality;
import io.speechtotext.app.lexicon.LexiconId;
import io.speechtotext.examples.service.audio.AudioStore;
import io.speechtotext.examples.service.lexicon.Corrector;
import io.speechtotext.examples.service.transcription.Transcriber;
import io.speechtotext.examples.service.transcription.Transcript;
import io.speechtotext.examples.service.transcription.TranscriptionException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From a recording to its text. Each access to the database is a statement of its own: none is open
 * while the model works. Thread-safe.
 */
public final class JobRun {

  private final JobRepository jobs;
  private final AudioStore audio;
  private final Transcriber transcriber;
  private final Corrector corrector;
  private final String defaultLexicon;

  public JobRun(
      JobRepository jobs,
      AudioStore audio,
      Transcriber transcriber,
      Corrector corrector,
      String defaultLexicon) {
    this.jobs = jobs;
    this.audio = audio;
    this.transcriber = transcriber;
    this.corrector = corrector;
    this.defaultLexicon = defaultLexicon;
  }

  void run(ClaimedJob job) throws TranscriptionException, InterruptedException {
    long begin = System.nanoTime();
    String heard = job.rawText();
    @Nullable Double confidence = null;
    if (heard == null) {
      Transcript transcript = transcribe(job);
      heard = transcript.text();
      confidence = transcript.confidence();
      // What the model was paid for survives whatever goes wrong from here on.
      jobs.storeRawText(job.lease(), heard);
    }
    Duration work = Duration.ofNanos(System.nanoTime() - begin);
    jobs.complete(job.lease(), completion(job, heard, confidence, work));
  }

  private Transcript transcribe(ClaimedJob job)
      throws TranscriptionException, InterruptedException {
    String name = job.audio().storagePath();
    if (name == null) {
      throw TranscriptionException.lasting("audio_missing", "The recording was not kept");
    }
    return transcriber.transcribe(audio.path(name), job.options().language());
  }

  private Completion completion(
      ClaimedJob job, String heard, @Nullable Double confidence, Duration work) {
    LexiconId lexicon =
        LexiconId.of(Objects.requireNonNullElse(job.options().lexiconId(), defaultLexicon));
    Corrector.Result result = corrector.correct(lexicon, heard);
    return new Completion(
        result.corrected().text(),
        result.lexiconVersion(),
        work,
        null,
        new Quality(confidence, result.corrected().count(), null, null));
  }
}
