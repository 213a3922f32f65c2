-- PostgreSQL cannot remove a value from an enum.
SELECT 1;
