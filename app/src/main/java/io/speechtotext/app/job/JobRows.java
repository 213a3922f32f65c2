package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import java.time.Duration;
import java.util.List;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** What rows of jobs say, and the columns that are read for it. */
final class JobRows {

  /** Enough for a {@link JobSummary}, and for its place in a list. */
  static final List<Field<?>> SUMMARY =
      List.of(
          JOBS.ID,
          JOBS.JOB_ID,
          JOBS.STATUS,
          JOBS.AUDIO_FILENAME,
          JOBS.AUDIO_FORMAT,
          JOBS.AUDIO_DURATION,
          JOBS.AUDIO_SIZE_BYTES,
          JOBS.AUDIO_STORAGE_PATH,
          JOBS.LANGUAGE,
          JOBS.MODEL_NAME,
          JOBS.LEXICON_ID,
          JOBS.MAX_ATTEMPTS,
          JOBS.ATTEMPTS,
          JOBS.CREATED_AT,
          JOBS.STARTED_AT,
          JOBS.COMPLETED_AT,
          JOBS.ERROR_CODE,
          JOBS.ERROR_MESSAGE);

  /** What a {@link Transcript} takes besides. */
  static final List<Field<?>> TRANSCRIPT =
      List.of(
          JOBS.PROCESSED_TEXT,
          JOBS.TRANSCRIPTION_TEXT,
          JOBS.LEXICON_VERSION,
          JOBS.PROCESSING_TIME_SECONDS,
          JOBS.CONFIDENCE_SCORE,
          JOBS.CORRECTION_COUNT,
          JOBS.FUZZY_MATCH_COUNT,
          JOBS.CONFIDENCE_METRICS_JSONB);

  // The old service wrote whole stack traces into its messages, and no codes.
  private static final JobError UNTOLD = new JobError("failed", "The job failed");

  private JobRows() {}

  static Job job(Record row) {
    JobSummary summary = summary(row);
    return new Job(summary, summary.status() == JobStatus.COMPLETED ? transcript(row) : null);
  }

  static JobSummary summary(Record row) {
    JobStatus status = JobStatus.of(row.get(JOBS.STATUS));
    return new JobSummary(
        row.get(JOBS.JOB_ID),
        status,
        audio(row).withoutStoragePath(),
        options(row),
        row.get(JOBS.ATTEMPTS),
        new JobTimes(
            row.get(JOBS.CREATED_AT), row.get(JOBS.STARTED_AT), row.get(JOBS.COMPLETED_AT)),
        status == JobStatus.FAILED ? error(row) : null);
  }

  static Audio audio(Record row) {
    return new Audio(
        row.get(JOBS.AUDIO_FILENAME),
        row.get(JOBS.AUDIO_FORMAT),
        row.get(JOBS.AUDIO_DURATION),
        row.get(JOBS.AUDIO_SIZE_BYTES),
        row.get(JOBS.AUDIO_STORAGE_PATH));
  }

  static JobOptions options(Record row) {
    return new JobOptions(
        row.get(JOBS.LANGUAGE),
        row.get(JOBS.MODEL_NAME),
        row.get(JOBS.LEXICON_ID),
        row.get(JOBS.MAX_ATTEMPTS));
  }

  private static JobError error(Record row) {
    String code = row.get(JOBS.ERROR_CODE);
    String message = row.get(JOBS.ERROR_MESSAGE);
    return code == null || message == null ? UNTOLD : new JobError(code, message);
  }

  private static @Nullable Transcript transcript(Record row) {
    String rawText = row.get(JOBS.TRANSCRIPTION_TEXT);
    String processedText = row.get(JOBS.PROCESSED_TEXT);
    String text = processedText == null ? rawText : processedText;
    return text == null
        ? null
        : new Transcript(
            text,
            rawText,
            row.get(JOBS.LEXICON_VERSION),
            duration(row.get(JOBS.PROCESSING_TIME_SECONDS)),
            quality(row));
  }

  private static Quality quality(Record row) {
    JSONB metrics = row.get(JOBS.CONFIDENCE_METRICS_JSONB);
    return new Quality(
        row.get(JOBS.CONFIDENCE_SCORE),
        row.get(JOBS.CORRECTION_COUNT),
        row.get(JOBS.FUZZY_MATCH_COUNT),
        metrics == null ? null : metrics.data());
  }

  private static @Nullable Duration duration(@Nullable Double seconds) {
    return seconds == null ? null : Duration.ofNanos(Math.round(seconds * 1_000_000_000));
  }
}
