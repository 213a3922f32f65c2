CREATE TABLE silent (id int);
CREATE TABLE loud (
  ends int,
  opens int,
  tag int,
  letter int,
  path int,
  markup int,
  pattern int,
  quotes int,
  lines int,
  list int,
  text_block int,
  brace int,
  deprecated int,
  long_word int
);
COMMENT ON TABLE loud IS 'Ends */ here; {@code x}, @param y, \u0041 C:\users \u002a/ <b> & %s %n 100% $1 $x$ "it''s" [[list]] \ .';
COMMENT ON COLUMN loud.ends IS 'a */ b **/';
COMMENT ON COLUMN loud.opens IS '/* a // b';
COMMENT ON COLUMN loud.tag IS '@author me, {@link Nowhere} @';
COMMENT ON COLUMN loud.letter IS '\u0041 and \u000a and \u002a/ and \\u002a/';
COMMENT ON COLUMN loud.path IS 'C:\users\unknown';
COMMENT ON COLUMN loud.markup IS '<b>a</b> & &amp; <p';
COMMENT ON COLUMN loud.pattern IS '%s %d %n 100% %';
COMMENT ON COLUMN loud.quotes IS 'it''s "quoted" $1 $name$ \$ `x`';
COMMENT ON COLUMN loud.lines IS E'one\ntwo\r\n\tthree';
COMMENT ON COLUMN loud.list IS '[[a]] ]] [[';
COMMENT ON COLUMN loud.text_block IS '"""';
COMMENT ON COLUMN loud.brace IS 'if this opens {';
COMMENT ON COLUMN loud.deprecated IS '@deprecated no longer';
COMMENT ON COLUMN loud.long_word IS 'https://example.org/a/very/long/address/that/does/not/fit/into/one/line/of/eighty/characters/at/all';
