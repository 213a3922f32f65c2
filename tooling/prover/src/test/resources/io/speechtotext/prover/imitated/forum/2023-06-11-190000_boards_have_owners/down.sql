drop view board_activity;
alter table "Board" drop column hidden;
alter table "Board" rename column owner_id to "CreatorId";
create view board_activity as
select b."Id" as board_id, b.slug, count(p.id) as posts, max(p.published) as latest
from "Board" b
left join post p on p.board_id = b."Id"
group by b."Id", b.slug;
