drop materialized view top_author;
drop view board_activity;
