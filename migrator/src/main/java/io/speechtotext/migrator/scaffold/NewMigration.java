package io.speechtotext.migrator.scaffold;

import io.speechtotext.migrator.Migrations;
import io.speechtotext.migrator.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The next migration of a directory and its undo, begun and not yet written. */
public final class NewMigration {

  private static final int MAXIMUM_NAME_LENGTH = 100;

  private NewMigration() {}

  /**
   * Writes a {@code V} and a {@code U} file with the next free version; overwrites nothing.
   *
   * @param directory the migrations
   * @param description what it does, in a few words, for example {@code add speaker labels}
   * @return the two files, the {@code V} first
   * @throws IllegalArgumentException when nothing in the description can stand in a file name
   * @throws io.speechtotext.migrator.InvalidMigrationsException when the directory's files break a
   *     rule
   * @throws NotDirectoryException when there is no such directory
   * @throws IOException when a file cannot be written
   */
  public static List<Path> in(Path directory, String description) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new NotDirectoryException(directory.toString());
    }
    String name = next(directory) + "__" + fileName(description) + ".sql";
    Path up = directory.resolve("V" + name);
    Path undo = directory.resolve("U" + name);
    write(up, Template.UP, description);
    try {
      write(undo, Template.UNDO, description);
    } catch (IOException e) {
      Files.delete(up); // one without the other breaks the build
      throw e;
    }
    return List.of(up, undo);
  }

  private static Version next(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isEmpty()
          ? Version.of("1")
          : Migrations.inDirectory(directory).latest().next();
    }
  }

  // Letters and digits that every file system and archive keeps.
  private static String fileName(String description) {
    String plain = Normalizer.normalize(description, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String words = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    String name = words.replaceAll("^_|_$", "");
    if (name.isEmpty() || name.length() > MAXIMUM_NAME_LENGTH) {
      throw new IllegalArgumentException(
          "'%s' makes no file name: say in a few English words what the migration does, such as 'add speaker labels'"
              .formatted(description));
    }
    return name;
  }

  private static void write(Path file, String template, String description) throws IOException {
    String text = template.replace("${description}", description.strip());
    Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
  }
}
