package io.speechtotext.migrator.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A schema with one of everything in it. */
final class Zoo {

  private Zoo() {}

  static String sql() throws IOException {
    return file("zoo.sql");
  }

  /** What a snapshot tells of it, on every version of PostgreSQL. */
  static String snapshot() throws IOException {
    return file("zoo.snapshot");
  }

  /** The text of a file beside this class. */
  static String file(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(Zoo.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
