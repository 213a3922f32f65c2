create domain handle as citext check (value ~ '^[a-z0-9_]{3,20}$');
create type moderation.verdict as enum ('pending', 'kept', 'removed');
create type contact as (medium text, address text);

create table person (
    id serial primary key,
    name handle not null unique,
    display_name varchar(40),
    bio text,
    reached_by contact,
    banned boolean default false not null,
    published timestamp not null default now(),
    updated timestamp
);

select touch_table('person');
