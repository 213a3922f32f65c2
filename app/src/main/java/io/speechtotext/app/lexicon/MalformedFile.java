package io.speechtotext.app.lexicon;

import io.speechtotext.app.failure.InvalidValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;

/** What to throw when a file is not what it should be; nothing of its text is repeated. */
final class MalformedFile {

  private MalformedFile() {}

  static InvalidValueException asWhole(String rule) {
    return new InvalidValueException("the file", rule);
  }

  /** For a row by its number, from 1, a CSV file's header not counted. */
  static InvalidValueException atRow(long number, String rule) {
    return new InvalidValueException("row %d of the file".formatted(number), rule);
  }

  /** Tells text that is not UTF-8 from a file that cannot be read. */
  static RuntimeException orUnreadable(long number, IOException failure) {
    return failure instanceof CharacterCodingException
        ? atRow(number, "must be written in UTF-8")
        : new UncheckedIOException(failure);
  }
}
