package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Row;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
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

  static Job job(Row row) {
    JobSummary summary = summary(row);
    return new Job(summary, summary.status() == JobStatus.COMPLETED ? transcript(row) : null);
  }

  static JobSummary summary(Row row) {
    JobStatus status = JobStatus.of(row.get(JOBS.STATUS));
    return new JobSummary(
        UUID.fromString(row.get(JOBS.JOB_ID)),
        status,
        audio(row).withoutStoragePath(),
        options(row),
        row.get(JOBS.ATTEMPTS),
        new JobTimes(
            row.get(JOBS.CREATED_AT), row.find(JOBS.STARTED_AT), row.find(JOBS.COMPLETED_AT)),
        status == JobStatus.FAILED ? error(row) : null);
  }

  static Audio audio(Row row) {
    return new Audio(
        row.find(JOBS.AUDIO_FILENAME),
        row.find(JOBS.AUDIO_FORMAT),
        row.find(JOBS.AUDIO_DURATION),
        row.find(JOBS.AUDIO_SIZE_BYTES),
        row.find(JOBS.AUDIO_STORAGE_PATH));
  }

  static JobOptions options(Row row) {
    return new JobOptions(
        row.find(JOBS.LANGUAGE),
        row.find(JOBS.MODEL_NAME),
        row.find(JOBS.LEXICON_ID),
        row.get(JOBS.MAX_ATTEMPTS));
  }

  private static JobError error(Row row) {
    String code = row.find(JOBS.ERROR_CODE);
    String message = row.find(JOBS.ERROR_MESSAGE);
    return code == null || message == null ? UNTOLD : new JobError(code, message);
  }

  private static @Nullable Transcript transcript(Row row) {
    String rawText = row.find(JOBS.TRANSCRIPTION_TEXT);
    String processedText = row.find(JOBS.PROCESSED_TEXT);
    String text = processedText == null ? rawText : processedText;
    return text == null
        ? null
        : new Transcript(
            text,
            rawText,
            row.find(JOBS.LEXICON_VERSION),
            duration(row.find(JOBS.PROCESSING_TIME_SECONDS)),
            quality(row));
  }

  private static Quality quality(Row row) {
    JSONB metrics = row.find(JOBS.CONFIDENCE_METRICS_JSONB);
    return new Quality(
        row.find(JOBS.CONFIDENCE_SCORE),
        row.find(JOBS.CORRECTION_COUNT),
        row.find(JOBS.FUZZY_MATCH_COUNT),
        metrics == null ? null : metrics.data());
  }

  private static @Nullable Duration duration(@Nullable Double seconds) {
    return seconds == null ? null : Duration.ofNanos(Math.round(seconds * 1_000_000_000));
  }
}
