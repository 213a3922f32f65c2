package io.speechtotext.prover.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MaskedSqlTest {

  @Test
  void seesNoCommaInQuotesParenthesesOrComments() {
    MaskedSql sql =
        MaskedSql.of("a 'x, y', b (1, (2, ')')), \"c,\" $$ , $$ /* , */, d $t$, $$ ,$t$ -- , e");

    assertThat(sql.list(0))
        .containsExactly("a 'x, y'", "b (1, (2, ')'))", "\"c,\" $$ , $$", "d $t$, $$ ,$t$");
  }

  @Test
  void findsInTheStatementWhatItMatchedInTheSkeleton() {
    MaskedSql sql =
        MaskedSql.of("/* WHERE */ UPDATE \"where\" SET a = 'WHERE' WHERE b = (SELECT 1)");
    Matcher matcher = sql.matcher(Pattern.compile(".*\\bWHERE\\s(?<condition>.*)"));

    assertThat(matcher.matches()).isTrue();
    assertThat(sql.group(matcher, "condition")).isEqualTo("b = (SELECT 1)");
  }

  @Test
  void leavesOutTheCommentsAroundAStatement() {
    assertThat(MaskedSql.of("-- why\n/* more */ SELECT 1 -- so\n").stripped())
        .isEqualTo("SELECT 1");
  }

  @Test
  void readsNamesAsTheServerDoes() {
    assertThat(MaskedSql.names("Shop . \"Goods\"")).containsExactly("shop", "Goods");
  }

  @Test
  void readsLongStatementsWithoutTiring() {
    String text = "x''".repeat(100_000);
    MaskedSql sql = MaskedSql.of("'%s', E'%s', \"%s\", $$%s$$".formatted(text, text, text, text));

    assertThat(sql.list(0)).hasSize(4);
  }

  @Test
  void knowsEscapesNestedCommentsAndDollarsInNames() {
    MaskedSql sql =
        MaskedSql.of("E'it\\'s, ', /* /* , */ , */ '\\', LIKE'a, b', a$b$, c$b$, /* , */ d");

    assertThat(sql.list(0))
        .containsExactly("E'it\\'s, '", "'\\'", "LIKE'a, b'", "a$b$", "c$b$", "d");
  }

  @Test
  void takesAQuoteThatDoesNotEndForASign() {
    assertThat(MaskedSql.of("a, 'b, c").list(0)).containsExactly("a", "'b", "c");
  }
}
