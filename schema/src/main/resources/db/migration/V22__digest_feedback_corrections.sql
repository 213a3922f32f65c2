-- A correction that an older release took in has no digest, so that sending it once more would make a second row. Here the oldest row of
-- each correction gets its digest. Rows that repeat it stay without one and keep the frequency that they have: they may be decided
-- differently, and nothing says which decision counts.
--
-- In batches, each committed, so that nobody waits for long.
-- Repeatable: it goes by id, so that the oldest comes first, and what has a digest, or repeats an older row, is passed over.
DO $digest_feedback_corrections$
DECLARE
    batch_size CONSTANT integer := 1000;
    batch_begin integer;
    batch_end integer;
BEGIN
    SELECT min(id) INTO batch_begin FROM feedback;

    WHILE batch_begin IS NOT NULL LOOP
        SELECT id INTO batch_end FROM feedback WHERE id > batch_begin ORDER BY id OFFSET batch_size - 1 LIMIT 1;

        -- Somebody may send a correction while its older row is filled. Whoever comes second sees the other's digest: the sender counts
        -- up, and this batch is tried again, each time after one more such sender has committed.
        LOOP
            BEGIN
                UPDATE feedback
                SET correction_digest = oldest.digest
                FROM (
                    SELECT DISTINCT ON (job_id, digest)
                        id,
                        job_id,
                        digest
                    FROM (
                        SELECT
                            id,
                            job_id,
                            correction_digest(original_text, corrected_text) AS digest
                        FROM feedback
                        WHERE correction_digest IS NULL
                            AND id >= batch_begin
                            AND (batch_end IS NULL OR id < batch_end)
                    ) AS undigested
                    ORDER BY job_id, digest, id
                ) AS oldest
                WHERE feedback.id = oldest.id
                    AND NOT EXISTS (
                        SELECT
                        FROM feedback AS digested
                        WHERE digested.job_id = oldest.job_id
                            AND digested.correction_digest = oldest.digest
                    );
                EXIT;
            EXCEPTION
                WHEN unique_violation OR deadlock_detected THEN
                    NULL;
            END;
        END LOOP;

        COMMIT;
        batch_begin := batch_end;
    END LOOP;
END
$digest_feedback_corrections$;
