-- Back to lists that are sorted each time. Nothing is lost; the index can be built again.

DROP INDEX CONCURRENTLY IF EXISTS ix_lexicon_terms_active_list;
