package io.speechtotext.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.failure.Rule;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobSubmissionTest extends JobTest {

  private static final Audio TALK = new Audio("talk.mp3", "mp3", 12.5, 3_000_000_000L, "/audio/1");

  JobSubmissionTest(ThrowawayDatabase copy) {
    super(copy);
  }

  @Test
  void makesAPendingJobThatHoldsWhatItWasGiven() throws SQLException {
    int key = database.newKey();
    UUID jobId = UUID.randomUUID();
    JobOptions options = new JobOptions("fa", "whisper-1", "radiology", 5);
    NewJob job = new NewJob(jobId, TALK, Submitter.holding(key).withName("ada"), options);

    Submission submission = jobs.submit(job);

    assertThat(submission.isNew()).isTrue();
    assertThat(submission.job().jobId()).isEqualTo(jobId);
    assertThat(submission.job().status()).isEqualTo(JobStatus.PENDING);
    assertThat(submission.job().options()).isEqualTo(options);
    assertThat(submission.job().audio()).isEqualTo(TALK.withoutStoragePath());
    assertThat(jobs.findRow(jobId).orElseThrow())
        .returns("/audio/1", StoredJob::audioStoragePath)
        .returns("ada", StoredJob::submittedBy)
        .returns(key, StoredJob::apiKeyId)
        .returns(0, row -> row.job().summary().attempts());
  }

  @Test
  void makesOneJobOfARequestThatIsRepeatedWithItsClientKey() throws SQLException {
    Submitter client = Submitter.holding(database.newKey()).withClientKey("upload-1");

    Submission first = jobs.submit(newJob().by(client));
    Submission second = jobs.submit(newJob().by(client));

    assertThat(second.isNew()).isFalse();
    assertThat(second.job()).isEqualTo(first.job());
    assertThat(database.rows("SELECT count(*) FROM jobs")).containsExactly("1");
  }

  @Test
  void makesOneJobOfRequestsThatComeInAtOnce() throws Exception {
    Submitter client = Submitter.holding(database.newKey()).withClientKey("upload-1");
    Callable<Submission> request = () -> jobs.submit(newJob().by(client));

    List<Submission> submissions = Concurrently.run(20, request);

    assertThat(submissions).filteredOn(Submission::isNew).hasSize(1);
    assertThat(submissions)
        .extracting(each -> each.job().jobId())
        .containsOnly(submissions.get(0).job().jobId());
  }

  @Test
  void refusesAClientKeyForAnotherRequest() throws SQLException {
    Submitter client = Submitter.holding(database.newKey()).withClientKey("upload-1");
    jobs.submit(newJob().by(client));

    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(
            () -> jobs.submit(newJob().by(client).with(JobOptions.DEFAULTS.withLanguage("fa"))))
        .returns(Rule.CLIENT_KEY_TAKEN, ConflictException::rule);
  }

  @Test
  void leavesEachClientItsOwnKeys() throws SQLException {
    for (int i = 0; i < 2; i++) {
      Submitter client = Submitter.holding(database.newKey()).withClientKey("upload-1");
      assertThat(jobs.submit(newJob().by(client)).isNew()).isTrue();
    }
  }

  @Test
  void makesOneJobOfASubmissionWhoseAnswerWasLost() {
    NewJob job = newJob();
    jobs.submit(job);
    assertThat(jobs.submit(job).isNew()).isFalse();
  }

  @Test
  void refusesAJobIdThatIsSomebodyElses() throws SQLException {
    NewJob job = newJob();
    jobs.submit(job);
    Submitter another = Submitter.holding(database.newKey());
    for (Submitter submitter : List.of(another, another.withClientKey("upload-1"))) {
      assertThatExceptionOfType(ConflictException.class)
          .isThrownBy(() -> jobs.submit(job.by(submitter)))
          .returns(Rule.JOB_ID_TAKEN, ConflictException::rule);
    }
  }

  @Test
  void refusesAKeyThatIsNotThere() {
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> jobs.submit(newJob().by(Submitter.holding(4711))))
        .returns(Rule.JOB_KEY_MISSING, ConflictException::rule);
  }

  // The old service answered with the SQL of the statement that failed.
  @Test
  void saysWhichValueTheDatabaseWouldNotTake() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> newJob().with(JobOptions.DEFAULTS.withLanguage("x".repeat(11))))
        .withMessage("job.language has at most 10 characters, not 11");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> newJob().with(JobOptions.DEFAULTS.withMaxAttempts(0)))
        .withMessage("job.maxAttempts is from 1 to 1000, not 0");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> NewJob.of(UUID.randomUUID(), new Audio("a\0b", null, null, null, null)))
        .withMessage("audio.filename holds no character U+0000");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> newJob().by(Submitter.SERVICE.withClientKey("upload-1")))
        .withMessage("job.clientKey comes with an API key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "general lexicon", "../etc", "ن"})
  void refusesWhatIsNoLexiconsName(String lexiconId) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> newJob().with(JobOptions.DEFAULTS.withLexiconId(lexiconId)))
        .returns("job.lexiconId", InvalidValueException::field);
  }
}
