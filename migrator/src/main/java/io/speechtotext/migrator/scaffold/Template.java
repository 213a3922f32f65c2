package io.speechtotext.migrator.scaffold;

/** What a new script says to the person who writes it. */
final class Template {

  static final String UP =
      """
      -- TODO Why: what could not be done before, and who wants it. (${description})

      -- TODO The change. One topic; constraints and indexes have names. It is tried on a database with rows, beside running code:
      --   a new column is nullable or has a constant default; a constraint is added NOT VALID and validated in the next migration;
      --   an index on a table with rows is made CONCURRENTLY, alone in a migration, for that cannot run in a transaction.

      -- TODO What is new, for people: COMMENT ON TABLE … IS '…'; COMMENT ON COLUMN … IS '…';
      """;

  static final String UNDO =
      """
      -- TODO Back to before: what is lost, and what is not. (${description})

      -- TODO The exact inverse, in the reverse order; comments that the migration changed included.
      """;

  private Template() {}
}
