-- Back to writers that each normalise in their own way. No row is touched: the forms that were computed stay as they are.

DROP FUNCTION normalize_term(text);
