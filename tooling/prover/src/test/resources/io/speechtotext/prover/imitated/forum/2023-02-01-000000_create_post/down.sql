drop table moderation.report;
drop table post;
