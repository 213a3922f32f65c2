alter table post add column language text default 'und' not null;
alter table post add constraint post_language_check check (language ~ '^[a-z]{2,3}$') not valid;

alter table person add column languages text[];
update person set languages = array['und'];
alter table person alter column languages set not null;
