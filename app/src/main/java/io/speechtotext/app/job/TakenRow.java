package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A job as a claim returns it.
 *
 * @param dueAt since when it had waited
 */
record TakenRow(
    int id,
    UUID jobId,
    Instant dueAt,
    int attempt,
    Audio audio,
    JobOptions options,
    @Nullable String rawText) {

  static final List<Field<?>> COLUMNS =
      List.of(
          JOBS.ID,
          JOBS.JOB_ID,
          JOBS.NEXT_ATTEMPT_AT,
          JOBS.ATTEMPTS,
          JOBS.MAX_ATTEMPTS,
          JOBS.AUDIO_FILENAME,
          JOBS.AUDIO_FORMAT,
          JOBS.AUDIO_DURATION,
          JOBS.AUDIO_SIZE_BYTES,
          JOBS.AUDIO_STORAGE_PATH,
          JOBS.LANGUAGE,
          JOBS.MODEL_NAME,
          JOBS.LEXICON_ID,
          JOBS.TRANSCRIPTION_TEXT);

  /** The server returns them in any order. */
  static final Comparator<TakenRow> LONGEST_WAITING_FIRST =
      Comparator.comparing(TakenRow::dueAt).thenComparing(TakenRow::id);

  static TakenRow of(Row row) {
    return new TakenRow(
        row.get(JOBS.ID),
        UUID.fromString(row.get(JOBS.JOB_ID)),
        row.get(JOBS.NEXT_ATTEMPT_AT),
        row.get(JOBS.ATTEMPTS),
        JobRows.audio(row),
        JobRows.options(row),
        row.find(JOBS.TRANSCRIPTION_TEXT));
  }

  ClaimedJob claimed(UUID token, Duration lease) {
    return new ClaimedJob(new Lease(id, jobId, token, lease), attempt, audio, options, rawText);
  }
}
