create index concurrently if not exists idx_report_post on moderation.report (post_id, post_published);
create index concurrently if not exists idx_board_creator on "Board" ("CreatorId");
