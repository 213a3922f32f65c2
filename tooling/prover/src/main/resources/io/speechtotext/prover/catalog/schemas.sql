SELECT nspname FROM own_schemas ORDER BY nspname COLLATE "C"
