alter table person add column bio text;
create index idx_report_post on moderation.report (post_id, post_published);
alter table moderation.report drop constraint report_post_id_post_published_reporter_id_key;
