package io.speechtotext.examples.service.jobs;

import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.failure.UnavailableException.Outcome;
import io.speechtotext.app.job.Audio;
import io.speechtotext.app.job.JobRepository;
import io.speechtotext.app.job.NewJob;
import io.speechtotext.app.job.Submission;
import io.speechtotext.app.job.Submitter;
import io.speechtotext.examples.service.audio.AudioStore;
import io.speechtotext.examples.service.audio.StoredAudio;
import io.speechtotext.examples.service.auth.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * Takes in recordings: first the file, then the job, which is the one thing that makes it count. A
 * file without a job is removed again.
 */
public final class Reception {

  private final JobRepository jobs;
  private final AudioStore audio;

  public Reception(JobRepository jobs, AudioStore audio) {
    this.jobs = jobs;
    this.audio = audio;
  }

  Submission receive(Upload upload, Caller owner) {
    UUID jobId = UUID.randomUUID();
    StoredAudio stored = store(jobId, upload);
    boolean wanted = false;
    try {
      Submission submission = jobs.submit(job(jobId, upload, stored, owner));
      wanted = submission.isNew();
      return submission;
    } catch (UnavailableException e) {
      // If the job is there after all, a worker will look for its file.
      wanted = e.outcome() == Outcome.UNKNOWN;
      throw e;
    } finally {
      if (!wanted) {
        audio.remove(stored.name());
      }
    }
  }

  private StoredAudio store(UUID jobId, Upload upload) {
    try (InputStream content = upload.file().content()) {
      return audio.store(jobId, upload.file().filename(), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NewJob job(UUID jobId, Upload upload, StoredAudio stored, Caller owner) {
    Audio recording =
        new Audio(
            upload.file().filename(), stored.format(), null, stored.sizeInBytes(), stored.name());
    return new NewJob(
        jobId,
        recording,
        new Submitter(owner.key().id(), upload.clientKey(), owner.signature()),
        upload.options());
  }
}
