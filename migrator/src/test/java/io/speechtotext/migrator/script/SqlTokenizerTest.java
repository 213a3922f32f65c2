package io.speechtotext.migrator.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTokenizerTest {

  @Test
  void foldsWordsAsTheServerDoesAndKeepsQuotedNames() {
    assertThat(texts("DROP Table Ärger_1$, \"Two \"\"Words\"\"\""))
        .containsExactly("drop", "table", "Ärger_1$", ",", "Two \"Words\"");
  }

  @Test
  void leavesOutComments() {
    assertThat(texts("a -- b ' c\nd /* e /* f */ ' g */ h --")).containsExactly("a", "d", "h");
    assertThat(texts("a/**/b/* open")).containsExactly("a", "b");
  }

  @Test
  void takesStringsOfEveryKindWhole() {
    assertThat(texts("'it''s; -- so' E'it\\'s' e'\\\\' N'n' $$a 'b$$ $x$ $$ $x$ $1"))
        .containsExactly("it's; -- so", "it's", "\\", "n", "n", "a 'b", " $$ ", "$", "1");
    assertThat(texts("'open")).containsExactly("open");
    assertThat(texts("$x$open")).hasSize(1);
  }

  @Test
  void tellsAWordFromAName() {
    List<SqlToken> tokens = SqlTokenizer.tokens("Column \"column\" ; 'column'");
    assertThat(tokens.get(0).is("column")).isTrue();
    assertThat(tokens.get(1).is("column")).isFalse();
    assertThat(tokens.get(1).isName()).isTrue();
    assertThat(tokens.get(2).is(";")).isTrue();
    assertThat(tokens.get(3).isName()).isFalse();
  }

  @Test
  void readsALongStringWithoutTiring() {
    assertThat(texts("'" + "x''".repeat(200_000) + "'")).hasSize(1);
  }

  private static List<String> texts(String sql) {
    return SqlTokenizer.tokens(sql).stream().map(SqlToken::text).toList();
  }
}
