package io.speechtotext.prover.rewrite;

/** A first statement that stops a migration, in its own words, when rows stand in its way. */
public final class RowGuard {

  private RowGuard() {}

  /**
   * The statement.
   *
   * @param table the table's name, for people
   * @param rows a query of the rows in the way, in one line
   * @param rule what they break, for people
   */
  public static String of(String table, String rows, String rule) {
    return """
        DO $$
        DECLARE
            in_the_way bigint;
        BEGIN
            SELECT count(*) INTO in_the_way FROM (%1$s) AS rows_in_the_way;
            IF in_the_way > 0 THEN
                RAISE EXCEPTION '%2$s: %% rows in the way of %3$s', in_the_way
                    USING HINT = 'Mend them, then migrate again; to see them: %4$s';
            END IF;
        END
        $$;
        """
        .formatted(rows, raised(table), raised(rule), quoted(rows));
  }

  // A percent sign would ask for an argument.
  private static String raised(String text) {
    return quoted(text).replace("%", "%%");
  }

  private static String quoted(String text) {
    return text.replace("'", "''");
  }
}
