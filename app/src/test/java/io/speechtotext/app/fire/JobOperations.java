package io.speechtotext.app.fire;

import static io.speechtotext.app.fire.Operation.reading;
import static io.speechtotext.app.fire.Operation.writing;

import io.speechtotext.app.Repositories;
import io.speechtotext.app.apikey.NewApiKey;
import io.speechtotext.app.job.Audio;
import io.speechtotext.app.job.Completion;
import io.speechtotext.app.job.ExpiredAudio;
import io.speechtotext.app.job.JobFailure;
import io.speechtotext.app.job.JobOptions;
import io.speechtotext.app.job.Lease;
import io.speechtotext.app.job.NewJob;
import io.speechtotext.app.job.Submitter;
import io.speechtotext.app.paging.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is done with jobs. */
final class JobOperations {

  static final UUID JOB = UUID.fromString("7d9c1c6e-3f5b-4c57-8f0e-2f4f3f6a9b10");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private JobOperations() {}

  static List<Operation> all() {
    return List.of(
        writing("jobs.submit", "SELECT count(*) FROM jobs", JobOperations::submitting),
        writing(
            "jobs.claim",
            "SELECT coalesce(sum(attempts), 0) FROM jobs",
            waiting((data, key) -> data.jobs().claim("worker", 1, MINUTE))),
        writing(
            "jobs.heartbeat",
            "SELECT count(*) FROM jobs WHERE lease_expires_at > now() + interval '30 seconds'",
            JobOperations::prolonging),
        writing(
            "jobs.storeRawText",
            "SELECT count(*) FROM jobs WHERE transcription_text = 'raw'",
            leased((data, lease) -> data.jobs().storeRawText(lease, "raw"))),
        writing(
            "jobs.complete",
            "SELECT count(*) FROM jobs WHERE status = 'completed'",
            leased((data, lease) -> data.jobs().complete(lease, Completion.of("text")))),
        writing(
            "jobs.completeAll",
            "SELECT count(*) FROM jobs WHERE status = 'completed'",
            leased((data, lease) -> data.jobs().completeAll(Map.of(lease, Completion.of("text"))))),
        writing(
            "jobs.fail",
            "SELECT count(*) FROM jobs WHERE status = 'pending' AND error_code = 'away'",
            leased(
                (data, lease) ->
                    data.jobs().fail(lease, JobFailure.retryable("away", "The model is away")))),
        writing(
            "jobs.fail for good",
            "SELECT count(*) FROM jobs WHERE status = 'failed'",
            leased(
                (data, lease) ->
                    data.jobs().fail(lease, JobFailure.terminal("broken", "It is no audio")))),
        writing(
            "jobs.release",
            "SELECT count(*) FROM jobs WHERE status = 'pending'",
            leased((data, lease) -> data.jobs().release(lease))),
        writing(
            "jobs.cancel",
            "SELECT count(*) FROM jobs WHERE status = 'cancelled'",
            waiting((data, key) -> data.jobs().cancel(JOB, key))),
        writing(
            "jobs.reapExpired",
            "SELECT count(*) FROM jobs WHERE status = 'pending'",
            JobOperations::reaping),
        writing(
            "jobs.claimExpiredAudio",
            "SELECT count(*) FROM jobs WHERE status = 'completed' AND lease_expires_at > now()",
            ground -> {
              ground.data().jobs().complete(lease(ground.data()), Completion.of("text"));
              return data -> data.jobs().claimExpiredAudio(Duration.ZERO, 10, MINUTE);
            }),
        writing(
            "jobs.confirmRemoved",
            "SELECT count(*) FROM jobs WHERE audio_storage_path IS NULL",
            JobOperations::confirming),
        reading("jobs.findForOwner", waiting((data, key) -> data.jobs().findForOwner(JOB, key))),
        reading("jobs.findRow", waiting((data, key) -> data.jobs().findRow(JOB))),
        reading(
            "jobs.listForOwner",
            waiting(
                (data, key) ->
                    data.jobs().listForOwner(key, Optional.empty(), PageRequest.first(10)))),
        reading("jobs.countsByStatus", waiting((data, key) -> data.jobs().countsByStatus())));
  }

  static int key(Repositories data) {
    return data.apiKeys().create(NewApiKey.named("clinic")).key().id();
  }

  static NewJob job(int key) {
    Audio audio = new Audio("talk.mp3", "mp3", 12.5, 3_000L, "/audio/1");
    return new NewJob(JOB, audio, Submitter.holding(key), JobOptions.DEFAULTS);
  }

  private static Consumer<Repositories> submitting(Ground ground) {
    int key = key(ground.data());
    return data -> data.jobs().submit(job(key));
  }

  private static Function<Ground, Consumer<Repositories>> waiting(
      BiConsumer<Repositories, Integer> operation) {
    return ground -> {
      int key = key(ground.data());
      ground.data().jobs().submit(job(key));
      return data -> operation.accept(data, key);
    };
  }

  private static Function<Ground, Consumer<Repositories>> leased(
      BiConsumer<Repositories, Lease> operation) {
    return ground -> {
      Lease lease = lease(ground.data());
      return data -> operation.accept(data, lease);
    };
  }

  private static Lease lease(Repositories data) {
    data.jobs().submit(job(key(data)));
    return data.jobs().claim("worker", 1, MINUTE).get(0).lease();
  }

  private static Consumer<Repositories> prolonging(Ground ground) {
    Lease lease = lease(ground.data());
    ground.sql().accept("UPDATE jobs SET lease_expires_at = now() + interval '9 seconds'");
    return data -> data.jobs().heartbeat(lease);
  }

  private static Consumer<Repositories> reaping(Ground ground) {
    lease(ground.data());
    ground.sql().accept("UPDATE jobs SET lease_expires_at = now() - interval '1 second'");
    return data -> data.jobs().reapExpired(10);
  }

  private static Consumer<Repositories> confirming(Ground ground) {
    Repositories before = ground.data();
    before.jobs().complete(lease(before), Completion.of("text"));
    List<ExpiredAudio> expired = before.jobs().claimExpiredAudio(Duration.ZERO, 10, MINUTE);
    return data -> data.jobs().confirmRemoved(expired);
  }
}
