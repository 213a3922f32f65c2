package io.speechtotext.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FromTemplate(MigratedDatabase.class)
class StopTest {

  @TempDir private static Path audio;

  private final HeldTranscriber transcriber = new HeldTranscriber();
  private ThrowawayDatabase database;

  @BeforeEach
  void use(ThrowawayDatabase copy) {
    database = copy;
  }

  @Test
  void letsARunningJobFinishAndTakesNoOther() throws Exception {
    TestService stopped = start("60");
    Client owner = stopped.owner();
    String running = owner.submit("running").value("job_id");
    transcriber.awaitBegin();
    String waiting = owner.submit("waiting").value("job_id");

    CompletableFuture<Void> stop = CompletableFuture.runAsync(stopped::close);
    Until.isTrue(() -> isGone(stopped));
    transcriber.letGo();
    stop.join();

    try (TestService next = start("60")) {
      Client same = owner.on(next.port());
      assertThat(same.get("/jobs/" + running).value("status")).isEqualTo("completed");
      transcriber.awaitBegin();
      transcriber.letGo();
      assertThat(same.finished(waiting).value("status")).isEqualTo("completed");
    }
  }

  @Test
  void givesBackAJobThatTakesTooLong() throws Exception {
    TestService stopped = start("1");
    Client owner = stopped.owner();
    String job = owner.submit("endless").value("job_id");
    transcriber.awaitBegin();
    stopped.close();
    transcriber.awaitInterrupt();

    try (TestService next = start("60")) {
      transcriber.awaitBegin();
      transcriber.letGo();
      assertThat(owner.on(next.port()).finished(job).value("status")).isEqualTo("completed");
    }
  }

  @Test
  void givesUpAJobThatItsOwnerCancels() throws Exception {
    try (TestService service = start("60")) {
      Client owner = service.owner();
      String job = owner.submit("unwanted").value("job_id");
      transcriber.awaitBegin();
      assertThat(owner.delete("/jobs/" + job).value("status")).isEqualTo("cancelled");
      transcriber.awaitInterrupt();
      assertThat(owner.get("/jobs/" + job).value("status")).isEqualTo("cancelled");

      String other = owner.submit("wanted").value("job_id");
      transcriber.awaitBegin();
      transcriber.letGo();
      assertThat(owner.finished(other).value("status")).isEqualTo("completed");
      assertThat(owner.delete("/jobs/" + other).status()).isEqualTo(409);
    }
  }

  private TestService start(String stopLimitSeconds) throws IOException {
    return TestService.start(
        database,
        audio,
        transcriber,
        Map.of(
            "WORKER_THREADS", "1",
            "LEASE_SECONDS", "1",
            "STOP_LIMIT_SECONDS", stopLimitSeconds));
  }

  // Who is connected already is told so; nobody else gets through.
  private static boolean isGone(TestService service) throws InterruptedException {
    try {
      return service.anybody().fetch("/healthz").status() == 503;
    } catch (IOException e) {
      return true;
    }
  }
}
