alter table person alter column published type timestamp using published at time zone 'utc';
alter table person alter column updated type timestamp using updated at time zone 'utc';
