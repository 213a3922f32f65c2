package io.speechtotext.app.zone;

import io.speechtotext.app.SpeechToText;
import io.speechtotext.app.SpeechToTextConfig;
import io.speechtotext.app.apikey.Activity;
import io.speechtotext.app.apikey.ApiKeyChange;
import io.speechtotext.app.apikey.Authentication;
import io.speechtotext.app.apikey.Authentication.Authenticated;
import io.speechtotext.app.apikey.IssuedApiKey;
import io.speechtotext.app.apikey.NewApiKey;
import io.speechtotext.app.config.DatabaseSettings;
import io.speechtotext.app.feedback.Feedback;
import io.speechtotext.app.feedback.FeedbackFilter;
import io.speechtotext.app.feedback.FeedbackOrder;
import io.speechtotext.app.feedback.NewFeedback;
import io.speechtotext.app.feedback.Review;
import io.speechtotext.app.job.Audio;
import io.speechtotext.app.job.Completion;
import io.speechtotext.app.job.Lease;
import io.speechtotext.app.job.NewJob;
import io.speechtotext.app.job.Submitter;
import io.speechtotext.app.lexicon.LexiconId;
import io.speechtotext.app.paging.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A process in a time zone, which writes through every repository, or reads. */
final class ZonedProcess {

  private static final LexiconId LEXICON = LexiconId.of("general");
  private static final UUID JOB = UUID.fromString("0b8e0a0e-6a53-4d5b-9a0a-3d3e1f6c8a11");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private ZonedProcess() {}

  /** {@code write} or {@code read}; prints the times that it reads, in either case. */
  public static void main(String[] arguments) throws Exception {
    DatabaseSettings settings =
        DatabaseSettings.from(Map.of("DATABASE_URL", System.getenv("DATABASE_URL")));
    try (SpeechToText data = SpeechToText.open(SpeechToTextConfig.of(settings))) {
      if (arguments[0].equals("write")) {
        write(data);
      }
      System.out.print(read(data).lines());
    }
  }

  // An hour is less than any two of the test's zones are apart.
  private static void write(SpeechToText data) {
    IssuedApiKey issued =
        data.apiKeys().create(NewApiKey.named("clinic").withExpiresAt(Instant.now().minus(HOUR)));
    int key = issued.key().id();
    demand(!isLetIn(data, issued), "an expired key is let in");
    data.apiKeys().change(key, ApiKeyChange.none().expiresAt(Instant.now().plus(HOUR)));
    demand(isLetIn(data, issued), "a key is refused before it expires");

    data.jobs()
        .submit(
            NewJob.of(JOB, new Audio("talk", null, null, null, "/audio/1"))
                .by(Submitter.holding(key)));
    Lease lease = data.jobs().claim("worker", 1, MINUTE).get(0).lease();
    Instant end = data.jobs().heartbeat(lease);
    demand(Duration.between(Instant.now(), end).abs().compareTo(HOUR) < 0, "a lease is shifted");
    demand(data.jobs().reapExpired(10).total() == 0, "a lease is over before its time");
    data.jobs().complete(lease, Completion.of("an m r i scan"));
    demand(data.jobs().claimExpiredAudio(HOUR, 10, MINUTE).isEmpty(), "a file is old at once");

    int id =
        data.feedback()
            .submit(
                NewFeedback.correction(JOB, key, "an m r i scan", "an MRI scan")
                    .forLexicon(LEXICON.value()))
            .id();
    data.feedback().review(id, Review.approval("grace"));
    data.learning().learn(10);
  }

  private static boolean isLetIn(SpeechToText data, IssuedApiKey key) {
    Authentication answer = data.apiKeys().authenticate(key.plaintext().reveal());
    return answer instanceof Authenticated;
  }

  private static Times read(SpeechToText data) throws ReflectiveOperationException {
    Times times = new Times();
    times.note(data.apiKeys().list(Activity.ANY, PageRequest.first(9)).items());
    int key = data.apiKeys().list(Activity.ANY, PageRequest.first(9)).items().get(0).id();
    times.note(data.jobs().findForOwner(JOB, key));
    times.note(data.jobs().findRow(JOB));
    times.note(data.jobs().listForOwner(key, Optional.empty(), PageRequest.first(9)).items());
    times.note(data.terms().list(LEXICON, PageRequest.first(9)).items());
    times.note(data.lexicons().find(LEXICON));
    Feedback feedback = since(data, Instant.EPOCH).orElseThrow();
    times.note(feedback);
    demand(since(data, feedback.createdAt()).isPresent(), "a time does not find its row");
    demand(since(data, feedback.createdAt().plusNanos(1000)).isEmpty(), "a later one does");
    return times;
  }

  private static Optional<Feedback> since(SpeechToText data, Instant time) {
    FeedbackFilter filter = FeedbackFilter.builder().from(time).build();
    return data
        .feedback()
        .list(filter, FeedbackOrder.NEWEST_FIRST, PageRequest.first(9))
        .items()
        .stream()
        .findFirst();
  }

  private static void demand(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
