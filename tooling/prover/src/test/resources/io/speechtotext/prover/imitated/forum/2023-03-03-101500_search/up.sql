-- Search by parts of a title, and people by either of their names.
create index idx_post_title_trgm on post using gin (title gin_trgm_ops);
create index idx_person_any_name on person (lower(coalesce(display_name, name::text)));
create index idx_report_open on moderation.report (reporter_id) where verdict = 'pending';
