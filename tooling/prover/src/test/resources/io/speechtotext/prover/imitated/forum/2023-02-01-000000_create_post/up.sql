create table post (
    id bigint generated always as identity,
    board_id bigint not null references "Board" on delete cascade,
    author_id int not null references person on delete cascade,
    title varchar(200) not null,
    body text,
    score int not null default 0,
    published timestamptz not null,
    primary key (id, published)
) partition by range (published);

create table post_before_2024 partition of post for values from (minvalue) to ('2024-01-01 00:00+00');
create table post_2024 partition of post for values from ('2024-01-01 00:00+00') to ('2025-01-01 00:00+00');
create table post_rest partition of post default;

create index on post (board_id, published desc);
create index on post (author_id);

create table moderation.report (
    id bigint generated always as identity primary key,
    post_id bigint not null,
    post_published timestamptz not null,
    reporter_id int not null references person,
    reason text not null check (length(reason) between 1 and 1000),
    verdict moderation.verdict not null default 'pending',
    foreign key (post_id, post_published) references post (id, published)
);
