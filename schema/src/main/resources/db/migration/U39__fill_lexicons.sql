-- Nothing to do: which rows V39 made and which the triggers is no longer known, and a number that somebody keeps in memory must not begin
-- anew. They go with their table, in U18.

SELECT;
