package io.speechtotext.app.cli;

import io.speechtotext.app.database.ReleasedSchema;
import io.speechtotext.migrator.Migrations;
import io.speechtotext.migrator.adopt.AdoptableVersions;
import io.speechtotext.migrator.snapshot.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A release that knows the schema up to version 6, where the Python service left it. What commands
 * print is written out against this one, so that it does not change with every migration.
 */
final class SixVersions implements Release {

  private static final String FIRST = "/db/migration/V1__create_core_tables.sql";
  private static final Pattern UP_TO_SIX = Pattern.compile("[VU][1-6]__.*\\.sql");

  private final Migrations migrations;

  SixVersions(Path directory) {
    try {
      copyTo(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.migrations = Migrations.inDirectory(directory);
  }

  private static void copyTo(Path directory) throws IOException {
    URI first = uri();
    if (first.getScheme().equals("file")) {
      copy(Objects.requireNonNull(Path.of(first).getParent()), directory);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(first, Map.of())) {
        copy(jar.getPath("/db/migration"), directory);
      }
    }
  }

  private static URI uri() {
    try {
      return Objects.requireNonNull(SixVersions.class.getResource(FIRST)).toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      List<Path> scripts =
          files
              .filter(file -> UP_TO_SIX.matcher(String.valueOf(file.getFileName())).matches())
              .toList();
      for (Path script : scripts) {
        Files.copy(script, to.resolve(String.valueOf(script.getFileName())));
      }
    }
  }

  @Override
  public Migrations migrations() {
    return migrations;
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.onClasspath("db/snapshot/V6.snapshot");
  }

  @Override
  public AdoptableVersions adoptable() {
    return ReleasedSchema.adoptable();
  }
}
