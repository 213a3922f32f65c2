drop function touch_table(_tbl regclass);
drop function touch_row();
drop schema moderation;
drop extension pg_trgm;
drop extension citext;
