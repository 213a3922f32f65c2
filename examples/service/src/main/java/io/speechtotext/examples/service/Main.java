package io.speechtotext.examples.service;

import io.speechtotext.app.SpeechToTextConfig;
import io.speechtotext.examples.service.transcription.ReadAloud;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process: as the environment says, until it is told to stop. */
public final class Main {

  private static final Logger log = LoggerFactory.getLogger(Main.class);

  private Main() {}

  /** Without arguments the service; {@code create-key NAME [--admin]} makes a key and ends. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      serveOrEnd();
    } else {
      System.exit(KeyCommand.run(List.of(arguments), SpeechToTextConfig.fromEnvironment()));
    }
  }

  // Whatever was started before it went wrong would keep the process alive.
  private static void serveOrEnd() throws IOException {
    try {
      serve();
    } catch (RuntimeException e) {
      log.error("The service cannot start", e);
      System.exit(1);
    }
  }

  private static void serve() throws IOException {
    ServiceSettings settings = ServiceSettings.from(System.getenv());
    Duration perWord =
        Duration.ofMillis(new Variables(System.getenv()).number("MILLIS_PER_WORD", 0, 0));
    Service service =
        Service.start(settings, SpeechToTextConfig.fromEnvironment(), new ReadAloud(perWord));
    // SIGTERM, as from `docker stop`, and Ctrl-C.
    Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
    log.info("Listening on port {}", service.port());
  }
}
