package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.SqlName;
import io.speechtotext.prover.catalog.Table;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pieces of SQL for prepared statements. */
final class RowSql {

  private static final Pattern QUOTED_OR_MARK = Pattern.compile("'[^']*'|\"[^\"]*\"|\\?");

  private RowSql() {}

  /** The table, whatever the search path. */
  static String name(Table table) {
    return name(table.schema(), table.name());
  }

  /** The name of anything in a schema. */
  static String name(String schema, String name) {
    return SqlName.quoted(schema) + "." + SqlName.quoted(name);
  }

  /** A text as another type; money by way of a number, which every locale reads alike. */
  static String cast(String text, String type) {
    return type.equals("money") ? text + "::numeric::money" : text + "::" + type;
  }

  /** Whether a constraint would let a row pass: as there, NULL does. */
  static String kept(String condition) {
    return "(" + escaped(condition) + ") IS NOT FALSE";
  }

  /** An expression that PostgreSQL printed, its operators such as {@code ?|} no parameters. */
  static String escaped(String expression) {
    return QUOTED_OR_MARK
        .matcher(expression)
        .replaceAll(
            found -> found.group().equals("?") ? "??" : Matcher.quoteReplacement(found.group()));
  }
}
