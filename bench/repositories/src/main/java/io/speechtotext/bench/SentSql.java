package io.speechtotext.bench;

import io.speechtotext.app.SpeechToText;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The SQL that an operation sends, as the server got it: the rivals run the very same.
 *
 * <p>The statements that a session has prepared are visible in it, so the operation is done until
 * the driver prepares it, on the one connection of a pool.
 */
final class SentSql {

  private static final Pattern PARAMETER = Pattern.compile("\\$\\d+");
  private static final int UNTIL_PREPARED = 6;

  private static final Field<String> STATEMENT = DSL.field("statement", String.class);

  private SentSql() {}

  /** The text of its one statement, with {@code $1} and so on for the parameters. */
  static String of(Setup setup, Operation operation) throws Exception {
    List<String> all = allOf(setup, operation);
    return all.get(all.size() - 1);
  }

  /** The texts of all its statements that have parameters, in their order. */
  static List<String> allOf(Setup setup, Operation operation) throws Exception {
    try (SpeechToText data = setup.open(1)) {
      for (int i = 0; i < UNTIL_PREPARED; i++) {
        operation.on(data);
      }
      return data.statements()
          .read(
              dsl ->
                  dsl.fetchValues(
                      DSL.resultQuery(
                              "SELECT statement FROM pg_prepared_statements"
                                  + " WHERE statement NOT LIKE '%pg_prepared_statements%'"
                                  + " AND statement ~ '[$]1' ORDER BY prepare_time")
                          .coerce(STATEMENT)));
    }
  }

  /** The text as JDBC wants it. */
  static String forJdbc(String sent) {
    return PARAMETER.matcher(sent).replaceAll("?");
  }

  /** An operation of a repository. */
  interface Operation {
    void on(SpeechToText data) throws Exception;
  }
}
