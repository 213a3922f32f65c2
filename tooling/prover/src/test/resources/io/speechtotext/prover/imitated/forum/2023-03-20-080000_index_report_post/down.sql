drop index concurrently if exists moderation.idx_report_post;
drop index concurrently if exists idx_board_creator;
