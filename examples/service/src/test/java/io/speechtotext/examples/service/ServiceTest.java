package io.speechtotext.examples.service;

import io.speechtotext.examples.service.transcription.ReadAloud;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Each test has a service of its own; those of a class share a database, and so the recordings. */
@FromTemplate(MigratedDatabase.class)
abstract class ServiceTest {

  @TempDir static Path audio;

  private TestService service;

  @BeforeEach
  final void start(ThrowawayDatabase copy) throws IOException {
    service = TestService.start(copy, audio, new ReadAloud(Duration.ZERO));
  }

  @AfterEach
  final void stop() {
    service.close();
  }

  final TestService service() {
    return service;
  }
}
