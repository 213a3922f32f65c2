-- Sets up what later migrations use.
create extension if not exists citext;
create extension if not exists pg_trgm;
create schema moderation;

create function touch_table(_tbl regclass) returns void as $$
begin
    execute format('create trigger touch before update on %s
                    for each row execute procedure touch_row()', _tbl);
end;
$$ language plpgsql;

create function touch_row() returns trigger as $$
begin
    if new is distinct from old and new.updated is not distinct from old.updated then
        new.updated := current_timestamp;
    end if;
    return new;
end;
$$ language plpgsql;
