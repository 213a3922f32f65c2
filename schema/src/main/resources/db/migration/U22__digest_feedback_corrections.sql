-- Nothing to do: which digests V22 filled in, and which came with the corrections themselves, cannot be told apart, and both are what
-- correction_digest makes of the row's own texts. They go with their column, in U20.

SELECT;
