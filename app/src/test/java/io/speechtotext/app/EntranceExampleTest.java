package io.speechtotext.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.apikey.ApiKey;
import io.speechtotext.app.apikey.NewApiKey;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.lexicon.LexiconId;
import io.speechtotext.app.lexicon.NewLexiconTerm;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class EntranceExampleTest {

  // example begins
  static String start(SpeechToTextConfig config) {
    try (SpeechToText data = SpeechToText.open(config)) {
      data.verify();
      return welcome(data, "clinic") + ", then " + welcome(data, "clinic");
    }
  }

  static String welcome(SpeechToText data, String client) {
    try {
      ApiKey key =
          data.transaction(
              tx -> {
                tx.terms().create(NewLexiconTerm.of(LexiconId.of(client), "m r i", "MRI"));
                return tx.apiKeys().create(NewApiKey.named(client)).key();
              });
      return "welcome, " + key.name();
    } catch (ConflictException e) {
      return e.rule().meaning();
    } catch (UnavailableException e) {
      return e.safeToRepeat() ? "try again" : "look whether " + client + " is there";
    }
  }

  // example ends

  @Test
  void runsAsThePageSays(ThrowawayDatabase copy) {
    SpeechToTextConfig config =
        SpeechToTextConfig.of(MigratedSchema.settings(copy, copy.password()));
    assertThat(start(config))
        .isEqualTo("welcome, clinic, then the lexicon has a term of this normalized form");
  }

  @Test
  void isWhatThePageQuotes() throws IOException {
    Example.assertQuoted("docs/repositories/README.md", EntranceExampleTest.class);
  }
}
