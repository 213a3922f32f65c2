-- The view names the column, so it has to go and come back.
drop view board_activity;
alter table "Board" rename column "CreatorId" to owner_id;
alter table "Board" add column hidden boolean not null;
create view board_activity as
select b."Id" as board_id, b.slug, b.owner_id, count(p.id) as posts, max(p.published) as latest
from "Board" b
left join post p on p.board_id = b."Id"
where not b.hidden
group by b."Id", b.slug, b.owner_id;
