package io.speechtotext.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@code docs/repositories/jobs.md} shows is compiled, runs, and is what stands there. */
class JobsPageTest extends JobTest {

  private static final Path PAGE = Path.of("..", "docs", "repositories", "jobs.md");
  private static final Path SOURCE =
      Path.of("src", "test", "java", "io", "speechtotext", "app", "job", "JobsPageTest.java");

  JobsPageTest(ThrowawayDatabase copy) {
    super(copy);
  }

  @Test
  void theExampleOfThePageWorks() throws SQLException {
    int apiKeyId = database.newKey();
    UUID jobId = submit(jobs, apiKeyId);
    work(jobs);
    assertThat(jobs.findForOwner(jobId, apiKeyId).orElseThrow().transcript())
        .returns("an MRI", Transcript::text)
        .returns("an m r i", Transcript::rawText);
  }

  // example: submit
  static UUID submit(JobRepository jobs, int apiKeyId) {
    NewJob job =
        NewJob.of(UUID.randomUUID(), new Audio("talk.mp3", "mp3", null, 48_000L, "/audio/17"))
            .by(Submitter.holding(apiKeyId).withClientKey("upload-17"))
            .with(JobOptions.DEFAULTS.withLanguage("en").withLexiconId("radiology"));
    Submission submission = jobs.submit(job);
    if (!submission.isNew()) {
      remove("/audio/17"); // an earlier request of this client has stored it already
    }
    return submission.job().jobId();
  }

  // example: end

  // example: work
  static void work(JobRepository jobs) {
    for (ClaimedJob job : jobs.claim("host-1", 1, Duration.ofMinutes(2))) {
      Lease lease = job.lease();
      try {
        String raw = job.rawText();
        if (raw == null) {
          raw = transcribe(job.audio());
          jobs.storeRawText(lease, raw);
        }
        jobs.heartbeat(lease);
        jobs.complete(lease, Completion.of(correct(raw)).withLexiconVersion("7"));
      } catch (ModelBusyException e) {
        jobs.fail(lease, JobFailure.retryable("model_busy", "The model was busy"));
      }
    }
  }

  // example: end

  @Test
  void thePageQuotesWhatIsCompiled() throws IOException {
    String page = Files.readString(PAGE);
    String source = Files.readString(SOURCE);
    for (String name : new String[] {"submit", "work"}) {
      String begin = "  // example: " + name + "\n";
      int from = source.indexOf(begin) + begin.length();
      String example = source.substring(from, source.indexOf("\n  // example: end", from));
      assertThat(page).contains("```java\n" + example.stripTrailing().stripIndent() + "\n```");
    }
  }

  private static void remove(String storagePath) {
    throw new AssertionError(storagePath + " is removed, though this is the first request");
  }

  private static String transcribe(Audio audio) throws ModelBusyException {
    if (audio.storagePath() == null) {
      throw new ModelBusyException();
    }
    return "an m r i";
  }

  private static String correct(String raw) {
    return raw.replace("m r i", "MRI");
  }

  /** Stands for what a model may throw. */
  private static final class ModelBusyException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
