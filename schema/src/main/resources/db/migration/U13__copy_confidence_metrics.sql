-- The copies stay: they say what confidence_metrics says, code that knows of them would miss them, and U12 takes them away with their
-- column. Which of them V13 made and which a writer is no longer known.

DO $keep_copies$
BEGIN
    RAISE NOTICE 'jobs.confidence_metrics_jsonb keeps what was copied into it';
END
$keep_copies$;
