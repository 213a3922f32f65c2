package io.speechtotext.app.feedback;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * Many rows of feedback: most of it decided about and processed long ago, some pending, few people
 * who review and many who write.
 */
public final class FeedbackSeed {

  /** When the first row came in; three more came in each second from then on. */
  static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  // Each row's values are scattered, so that none tells another; the multipliers are prime. For
  // speed, foreign keys, which hold, are not asked for each row, and the indexes are made behind
  // it.
  private static final String SEED =
      """
      INSERT INTO api_keys (name, key_hash) VALUES ('seed', 'seed');
      INSERT INTO jobs (job_id, status, completed_at, api_key_id)
      SELECT
          '00000000-0000-0000-0000-' || lpad(to_hex(n), 12, '0'),
          'completed',
          now(),
          (SELECT id FROM api_keys WHERE name = 'seed')
      FROM generate_series(1, 20000) AS n;
      SET session_replication_role = replica;
      DO $$
      DECLARE
          index record;
          indexes text[];
      BEGIN
          SELECT array_agg(indexdef) INTO indexes FROM pg_indexes
          WHERE tablename = 'feedback' AND indexname <> 'feedback_pkey';
          FOR index IN
              SELECT indexname FROM pg_indexes
              WHERE tablename = 'feedback' AND indexname <> 'feedback_pkey'
          LOOP
              EXECUTE format('DROP INDEX %%I', index.indexname);
          END LOOP;

          INSERT INTO feedback (
              job_id, original_text, corrected_text, correction_digest, created_at, status, lexicon_id,
              feedback_type, created_by, reviewer, reviewed_at, accuracy_score, edit_distance,
              is_processed, processed_at
          )
          SELECT
              (SELECT min(id) FROM jobs) + n %% 20000,
              'original ' || n || repeat(' text', 40),
              'corrected ' || n || repeat(' text', 40),
              sha256(n::text::bytea),
              timestamptz '2026-01-01 00:00:00+00' + n / 3 * interval '1 second',
              status,
              'lexicon-' || n * 7919 %% 400,
              CASE WHEN n * 7907 %% 19 = 0 THEN 'quality_issue' ELSE 'correction' END,
              'author-' || n * 7901 %% 4999,
              CASE WHEN status <> 'pending' THEN 'reviewer-' || n * 7883 %% 307 END,
              CASE WHEN status <> 'pending' THEN now() END,
              CASE WHEN n %% 13 > 0 THEN n %% 997 / 997.0 END,
              CASE WHEN n %% 13 > 0 THEN n %% 1009 END,
              is_processed,
              CASE WHEN is_processed THEN now() END
          FROM (
              SELECT
                  n,
                  status,
                  status = 'approved' AND n < %1$d - 1000 AS is_processed
              FROM
                  generate_series(1::bigint, %1$d) AS n,
                  LATERAL (
                      SELECT
                          CASE
                              WHEN n * 7919 %% 101 = 0 THEN 'pending'
                              WHEN n * 7853 %% 3 = 0 THEN 'rejected'
                              ELSE 'approved'
                          END AS status
                  ) AS decided
          ) AS rows_of_feedback;

          FOR place IN 1 .. cardinality(indexes) LOOP
              EXECUTE indexes[place];
          END LOOP;
      END
      $$;
      """;

  private FeedbackSeed() {}

  /** Writes the rows, and has the server count what is in them. */
  public static void fill(ThrowawayDatabase copy, int rows) throws SQLException {
    try (Connection connection = copy.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(SEED.formatted(rows));
      statement.execute("VACUUM ANALYZE feedback");
      statement.execute("VACUUM ANALYZE jobs");
    }
  }
}
