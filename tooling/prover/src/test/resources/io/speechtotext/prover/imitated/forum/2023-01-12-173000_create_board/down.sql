drop table "BoardModerator";
drop table "Board";
