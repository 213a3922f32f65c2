truncate moderation.report;
alter table moderation.report add unique (post_id, post_published, reporter_id);
drop index moderation.idx_report_post;
alter table person drop column bio;
