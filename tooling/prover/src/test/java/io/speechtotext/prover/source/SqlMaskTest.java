package io.speechtotext.prover.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlMaskTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "SELECT 'a''b' ; x           | SELECT        ; x",
        "SELECT E'a\\'b' ; x         | SELECT E       ; x",
        "SELECT 'a\\' ; x            | SELECT      ; x",
        "SELECT \"a'b\" ; x          | SELECT       ; x",
        "SELECT $$a'b$$ ; x          | SELECT         ; x",
        "SELECT $q$a$$b$q$ ; x       | SELECT            ; x",
        "SELECT a$b$c ; x            | SELECT a$b$c ; x",
        "SELECT $1, '$' ; x          | SELECT $1,     ; x",
        "a /* b /* c */ d */ e       | a                   e",
        "a -- b                      | a",
        "a 'never ends               | a"
      })
  void blanksWhatIsNoSqlOfItsOwn(String sql, String masked) {
    assertThat(SqlMask.of(sql).stripTrailing()).isEqualTo(masked);
    assertThat(SqlMask.of(sql)).hasSameSizeAs(sql);
  }
}
