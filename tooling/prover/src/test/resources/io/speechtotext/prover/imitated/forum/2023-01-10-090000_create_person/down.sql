drop table person;
drop type contact;
drop type moderation.verdict;
drop domain handle;
