alter table person alter column published type timestamptz using published at time zone 'utc';
alter table person alter column updated type timestamptz using updated at time zone 'utc';
