create view board_activity as
select b."Id" as board_id, b.slug, count(p.id) as posts, max(p.published) as latest
from "Board" b
left join post p on p.board_id = b."Id"
group by b."Id", b.slug;

create materialized view top_author as
select author_id, sum(score) as score
from post
group by author_id;

create unique index top_author_author_id on top_author (author_id);
