package io.speechtotext.examples.service.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The directory that holds the recordings, each under its job's id: nothing of a client's own file
 * name but its extension gets into a path. Thread-safe.
 */
public final class AudioStore {

  private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{1,10})$");

  private final Path directory;

  /** Makes the directory if need be. */
  public AudioStore(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory).toRealPath();
  }

  /** Stores a recording; nobody sees half of it. */
  public StoredAudio store(UUID job, String filename, InputStream content) {
    String format = format(filename);
    Path target = directory.resolve(format.isEmpty() ? job.toString() : job + "." + format);
    Path half = directory.resolve(job + ".part");
    try {
      long sizeInBytes = Files.copy(content, half);
      Files.move(half, target);
      return new StoredAudio(target.getFileName().toString(), format, sizeInBytes);
    } catch (IOException e) {
      remove(half.getFileName().toString());
      throw new UncheckedIOException("A recording cannot be stored in " + directory, e);
    }
  }

  /** Where a recording is. */
  public Path path(String name) {
    Path path = directory.resolve(name).normalize();
    if (!directory.equals(path.getParent())) {
      throw new IllegalArgumentException("not a file of " + directory);
    }
    return path;
  }

  /** Removes a recording, if it is there. */
  public void remove(String name) {
    try {
      Files.deleteIfExists(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException("A recording cannot be removed from " + directory, e);
    }
  }

  // In lower case in no language's way: I is i, also in Turkey.
  private static String format(String filename) {
    var extension = EXTENSION.matcher(filename);
    return extension.find() ? extension.group(1).toLowerCase(Locale.ROOT) : "";
  }
}
