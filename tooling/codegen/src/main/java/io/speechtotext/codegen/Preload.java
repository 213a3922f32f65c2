package io.speechtotext.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the classes that migrating and generating need, on a thread of its own, while the server
 * starts: the build would wait for that, and then load them for half a second more.
 *
 * <p>They are loaded and not initialised, so that nothing of them runs on this thread, and a class
 * that another version lacks is passed over.
 */
final class Preload implements AutoCloseable {

  private static final String LIST = "preload.txt";
  private static final Logger log = LoggerFactory.getLogger(Preload.class);

  private final Thread thread;
  private volatile boolean closed;

  private Preload(List<String> names) {
    thread = new Thread(() -> load(names), "preload");
    thread.setDaemon(true);
  }

  static Preload begin() {
    Preload preload = new Preload(names());
    preload.thread.start();
    return preload;
  }

  /** The list, which {@code tooling/codegen/list-preload} makes. */
  static List<String> names() {
    try (InputStream in = Objects.requireNonNull(Preload.class.getResourceAsStream(LIST), LIST)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load(List<String> names) {
    ClassLoader loader = Preload.class.getClassLoader();
    for (String name : names) {
      if (closed) {
        return;
      }
      try {
        Class.forName(name, false, loader);
      } catch (ClassNotFoundException | LinkageError e) {
        log.debug("Not preloaded: {}", name, e);
      }
    }
  }

  /** Ends the thread, for a build tool may close its class loader next. */
  @Override
  public void close() {
    closed = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
