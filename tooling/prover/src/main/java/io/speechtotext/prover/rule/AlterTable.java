package io.speechtotext.prover.rule;

import io.speechtotext.migrator.script.SqlToken;
import io.speechtotext.migrator.script.SqlTokenizer;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.rewrite.MaskedSql;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An {@code ALTER TABLE} as it is written.
 *
 * @param opening what stands before the actions: {@code ALTER TABLE ONLY jobs}
 * @param name the table's, as written there
 * @param actions in order, as written
 */
record AlterTable(String opening, String name, List<Action> actions) {

  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\s*(?<opening>ALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?"
              + "(?<name>[^\\s.*]+(?:\\s*\\.\\s*[^\\s.*]+)?)(?:\\s*\\*)?)\\s+(?<actions>\\S.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  // These stand alone in their statement, or are meant to.
  private static final Set<String> ALONE = Set.of("rename", "attach", "detach", "validate");

  /** One of its actions. */
  record Action(String sql, List<SqlToken> tokens) {

    private static final Set<String> BEFORE_NAME =
        Set.of("column", "constraint", "if", "not", "exists");

    static Action of(String sql) {
      return new Action(sql, SqlTokenizer.tokens(sql));
    }

    boolean standsAlone() {
      return ALONE.contains(verb()) || begins("set", "schema");
    }

    String verb() {
      return tokens.isEmpty() ? "" : tokens.get(0).text();
    }

    boolean begins(String... words) {
      for (int i = 0; i < words.length; i++) {
        if (i >= tokens.size() || !tokens.get(i).is(words[i])) {
          return false;
        }
      }
      return true;
    }

    boolean has(String word) {
      return tokens.stream().anyMatch(token -> token.is(word));
    }

    /** The column or constraint that it is about, as far as it names one. */
    String target() {
      return tokens.stream()
          .skip(1)
          .filter(
              token -> token.kind() == SqlToken.Kind.NAME || !BEFORE_NAME.contains(token.text()))
          .map(SqlToken::text)
          .findFirst()
          .orElse("");
    }

    boolean changesType() {
      return verb().equals("alter") && has("type");
    }

    boolean setsNotNull() {
      return verb().equals("alter") && has("set") && has("not") && has("null");
    }
  }

  static Optional<AlterTable> of(String sql) {
    MaskedSql masked = MaskedSql.of(sql);
    Matcher matcher = masked.matcher(STATEMENT);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new AlterTable(
            masked.group(matcher, "opening"),
            masked.group(matcher, "name"),
            masked.list(matcher.start("actions")).stream().map(Action::of).toList()));
  }

  /** The table; empty when there is none of that name, or several in schemas of the search path. */
  Optional<Table> table(Catalog catalog) {
    return TableByName.in(catalog, MaskedSql.names(name));
  }
}
