alter table person drop column languages;
alter table post drop constraint post_language_check;
alter table post drop column language;
