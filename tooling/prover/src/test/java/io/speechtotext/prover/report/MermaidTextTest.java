package io.speechtotext.prover.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MermaidTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "timestamp with time zone | timestamptz",
        "timestamp(3) with time zone | timestamptz(3)",
        "timestamp without time zone | timestamp",
        "time(0) without time zone | time(0)",
        "time with time zone | timetz",
        "character varying(50)[] | varchar(50)[]",
        "character(3) | char(3)",
        "double precision | float8",
        "bit varying(8) | varbit(8)",
        "numeric(10,2) | numeric(10\u201a2)",
        "character_class | character_class",
        "audit.kind | audit\uff0ekind",
        "interval day to second | interval_day_to_second",
      })
  void makesTypesShortAndOneWord(String type, String word) {
    assertThat(MermaidText.type(type)).isEqualTo(word);
  }

  @Test
  void keepsLettersOfAllScripts() {
    assertThat(MermaidText.word("größe_名前_\ud83d\ude00")).isEqualTo("größe_名前_\ud83d\ude00");
  }

  @Test
  void takesNoColumnForTheMarkOfAKey() {
    assertThat(MermaidText.word("PK")).isEqualTo("_PK");
    assertThat(MermaidText.word("uk-1")).isEqualTo("_uk-1");
    assertThat(MermaidText.word("fk_owner")).isEqualTo("fk_owner");
  }

  @Test
  void putsALetterOrAnUnderscoreFirst() {
    assertThat(MermaidText.word("1st")).isEqualTo("_1st");
    assertThat(MermaidText.word("$$")).isEqualTo("_\uff04\uff04");
    assertThat(MermaidText.word("")).isEqualTo("_");
  }

  @Test
  void leavesNothingThatEndsAQuotedText() {
    assertThat(MermaidText.quoted("a\"b`c%%{d}#35;\n"))
        .isEqualTo("\"a\uff02b\uff40c\uff05\uff05\uff5bd\uff5d\uff0335\uff1b\u240a\"");
  }
}
