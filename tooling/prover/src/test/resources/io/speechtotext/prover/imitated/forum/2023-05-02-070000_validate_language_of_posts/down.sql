alter table post drop constraint post_language_check;
alter table post add constraint post_language_check check (language ~ '^[a-z]{2,3}$') not valid;
