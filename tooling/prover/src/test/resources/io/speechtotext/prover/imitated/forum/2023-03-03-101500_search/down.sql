drop index moderation.idx_report_open;
drop index idx_person_any_name;
drop index idx_post_title_trgm;
