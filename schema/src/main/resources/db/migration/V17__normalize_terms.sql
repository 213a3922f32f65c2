-- Each writer of a term made up its normal form: one in lower case, one trimmed as well, so ' foo ' stood beside 'foo', and a word typed
-- on a Persian keyboard beside the same word typed on an Arabic one. From now on this function says which terms are the same.
--
-- The writer composes its text first (Unicode NFC), for PostgreSQL 12 cannot. What is done here, in this order:
--   1. Removed: the hamza above that NFC leaves on its own (0654), for heh with yeh above is typed as heh and that, too; tatweel (0640),
--      which only stretches a word; and what is not seen: soft hyphen (00AD), zero-width space, non-joiner and joiner (200B to 200D), word
--      joiner (2060), byte order mark (FEFF), marks of direction (061C, 200E, 200F, 202A to 202E, 2066 to 2069).
--   2. Letters: Arabic yeh (064A) and alef maksura (0649) become Persian yeh (06CC), Arabic kaf (0643) becomes keheh (06A9), and heh
--      with yeh above (06C0) becomes heh (0647).
--   3. Lower case by the rules of Unicode, whatever the locale of the database.
--   4. White space of whatever kind becomes a space: tab, line ends and control separators (0009 to 000D, 001C to 001F, 0085), no-break
--      spaces (00A0, 202F), spaces of other widths (1680, 2000 to 200A, 205F, 3000), line and paragraph separator (2028, 2029).
--   5. Several spaces become one, and those at both ends go.
-- Indexes and constraints will hold what it returned: it is never changed in place. Other rules are another function.

CREATE FUNCTION normalize_term(term text)
RETURNS text
LANGUAGE sql
IMMUTABLE
STRICT
PARALLEL SAFE
AS $normalize_term$
    SELECT btrim(
        regexp_replace(
            regexp_replace(
                lower(
                    translate(
                        regexp_replace(
                            term, E'[\u0640\u0654\u00AD\u200B-\u200F\u2060\uFEFF\u061C\u202A-\u202E\u2066-\u2069]+', '', 'g'
                        ),
                        E'\u064A\u0649\u0643\u06C0',
                        E'\u06CC\u06CC\u06A9\u0647'
                    ) COLLATE "und-x-icu"
                ),
                E'[\u0009-\u000D\u001C-\u001F\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]', ' ', 'g'
            ),
            ' {2,}', ' ', 'g'
        ),
        ' '
    ) COLLATE "default"
$normalize_term$;

COMMENT ON FUNCTION normalize_term(text) IS
    'Form of a term by which terms are compared: Persian letters for their Arabic variants, nothing invisible, lower case, single spaces.';
