package io.speechtotext.examples.service.jobs;

import io.speechtotext.app.job.Job;
import io.speechtotext.app.job.JobSummary;
import io.speechtotext.app.job.Transcript;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as its owner sees it; what there is not, or not yet, is left out. */
record JobView(
    UUID jobId,
    String status,
    @Nullable String filename,
    @Nullable String language,
    @Nullable String model,
    @Nullable String lexiconId,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable String originalText,
    @Nullable String processedText,
    @Nullable String lexiconVersion,
    @Nullable Integer correctionCount,
    @Nullable Double confidenceScore,
    @Nullable String errorCode,
    @Nullable String errorMessage) {

  static JobView of(Job job) {
    return of(job.summary(), job.transcript());
  }

  static JobView of(JobSummary job) {
    return of(job, null);
  }

  private static JobView of(JobSummary job, @Nullable Transcript transcript) {
    return new JobView(
        job.jobId(),
        job.status().text(),
        job.audio().filename(),
        job.options().language(),
        job.options().modelName(),
        job.options().lexiconId(),
        job.times().createdAt(),
        job.times().startedAt(),
        job.times().completedAt(),
        transcript == null ? null : transcript.rawText(),
        transcript == null ? null : transcript.text(),
        transcript == null ? null : transcript.lexiconVersion(),
        transcript == null ? null : transcript.quality().correctionCount(),
        transcript == null ? null : transcript.quality().confidenceScore(),
        job.error() == null ? null : job.error().code(),
        job.error() == null ? null : job.error().message());
  }
}
