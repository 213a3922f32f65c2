package io.speechtotext.examples.service;

import io.speechtotext.app.SpeechToText;
import io.speechtotext.app.SpeechToTextConfig;
import io.speechtotext.app.apikey.NewApiKey;
import io.speechtotext.app.failure.DataException;
import java.util.List;

/** Makes API keys, for operators: the first one cannot come over HTTP. */
final class KeyCommand {

  private static final String ADMIN = "--admin";

  private KeyCommand() {}

  /** Prints the new key and nothing else to standard output; returns the exit code. */
  static int run(List<String> arguments, SpeechToTextConfig database) {
    if (!isUnderstood(arguments)) {
      System.err.println("Usage: java -jar service.jar [create-key NAME [--admin]]");
      return 2;
    }
    NewApiKey key = NewApiKey.named(arguments.get(1));
    try (SpeechToText data = SpeechToText.open(database)) {
      NewApiKey wanted = arguments.contains(ADMIN) ? key.withAdmin() : key;
      System.out.println(data.apiKeys().create(wanted).plaintext().reveal());
      return 0;
    } catch (DataException e) {
      System.err.println("No key was made: " + e.getMessage());
      return 1;
    }
  }

  private static boolean isUnderstood(List<String> arguments) {
    return arguments.get(0).equals("create-key")
        && (arguments.size() == 2 || (arguments.size() == 3 && arguments.get(2).equals(ADMIN)));
  }
}
