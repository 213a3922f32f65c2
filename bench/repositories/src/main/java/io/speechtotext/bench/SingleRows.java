package io.speechtotext.bench;

import io.speechtotext.app.SpeechToText;
import io.speechtotext.app.apikey.NewApiKey;
import io.speechtotext.app.job.Audio;
import io.speechtotext.app.job.NewJob;
import io.speechtotext.app.job.Submitter;
import io.speechtotext.app.lexicon.LexiconId;
import io.speechtotext.app.lexicon.NewLexiconTerm;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.bench.PlainJdbc.AllParameters;
import io.speechtotext.bench.PlainJdbc.Parameters;
import io.speechtotext.bench.SentSql.Operation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/** Each operation of one row, against the same SQL by plain JDBC. */
final class SingleRows {

  private static final int OWNERS = 1000;
  private static final LexiconId LEXICON = LexiconId.of("general");

  private final Setup setup;
  private final SpeechToText data;
  private final DataSource pool;
  private final Duel duel;
  private final List<Owned> someJobs;

  /** A finished job and who submitted it. */
  private record Owned(UUID jobId, int owner) {}

  SingleRows(Setup setup, SpeechToText data, DataSource pool, Duel duel, int finishedJobs) {
    this.setup = setup;
    this.data = data;
    this.pool = pool;
    this.duel = duel;
    this.someJobs =
        ThreadLocalRandom.current()
            .ints(10_000, 1, finishedJobs + 1)
            .mapToObj(number -> new Owned(jobId(number), ownerOf(number)))
            .toList();
  }

  void run() throws Exception {
    int term = data.terms().create(NewLexiconTerm.of(LEXICON, "mri", "MRI")).id();
    List<String> keys = keys();
    compare("jobs.submit", this::submit, SingleRows::submitted);
    compare("jobs.findForOwner", this::find, this::found);
    compare("jobs.listForOwner (20)", this::list, () -> new Object[] {owner(), 21L});
    compare("apiKeys.authenticate", to -> authenticate(to, keys), authenticated(keys));
    compare("terms.find", to -> to.terms().find(LEXICON, term), () -> new Object[] {term, "general"});
    compareAll("terms.create", SingleRows::create, SingleRows::created);
    compare("lexicons.versionOf", to -> to.lexicons().versionOf(LEXICON), () -> new Object[] {"general"});
  }

  private void compare(String name, Operation operation, Parameters parameters) throws Exception {
    String sql = SentSql.forJdbc(SentSql.of(setup, operation));
    duel.run(
        name,
        new Arm("ours", number -> () -> operation.on(data)),
        new Arm("JDBC", number -> new PlainJdbc(pool, sql, parameters)));
  }

  private void compareAll(String name, Operation operation, AllParameters parameters)
      throws Exception {
    List<String> sql = SentSql.allOf(setup, operation).stream().map(SentSql::forJdbc).toList();
    duel.run(
        name,
        new Arm("ours", number -> () -> operation.on(data)),
        new Arm("JDBC", number -> new PlainJdbc(pool, sql, parameters)));
  }

  private void submit(SpeechToText to) {
    Audio audio = new Audio("talk.mp3", "mp3", 12.5, 3_000_000L, "/audio/1");
    to.jobs().submit(NewJob.of(UUID.randomUUID(), audio).by(Submitter.holding(owner())));
  }

  private static Object[] submitted() {
    return new Object[] {
      UUID.randomUUID().toString(), "talk.mp3", "mp3", 12.5, 3_000_000L, "/audio/1", null, null,
      null, 3, owner(), null, null
    };
  }

  private void find(SpeechToText to) {
    Owned job = anyJob();
    to.jobs().findForOwner(job.jobId(), job.owner());
  }

  private Object[] found() {
    Owned job = anyJob();
    return new Object[] {job.jobId().toString(), job.owner()};
  }

  private void list(SpeechToText to) {
    to.jobs().listForOwner(owner(), Optional.empty(), PageRequest.first(20));
  }

  private List<String> keys() throws Exception {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      NewApiKey key = NewApiKey.named("bench " + i).withRateLimitPerHour(10_000);
      keys.add(data.apiKeys().create(key).plaintext().reveal());
    }
    // More than a client may be given, so that none runs out while it is measured.
    setup.execute("UPDATE api_keys SET rate_limit = 2000000000 WHERE key_digest IS NOT NULL");
    return keys;
  }

  private static void authenticate(SpeechToText to, List<String> keys) {
    to.apiKeys().authenticate(keys.get(ThreadLocalRandom.current().nextInt(keys.size())));
  }

  private static Parameters authenticated(List<String> keys) {
    return () -> new Object[] {digest(keys.get(ThreadLocalRandom.current().nextInt(keys.size()))), -60_000_000L};
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void create(SpeechToText to) {
    to.terms().create(NewLexiconTerm.of(LEXICON, "term " + UUID.randomUUID(), "word"));
  }

  // The lexicon is locked, circles are looked for, and the term is written.
  private static List<Object[]> created() {
    String lexicon = LEXICON.value();
    String term = "term " + UUID.randomUUID();
    return List.of(
        new Object[] {lexicon},
        new Object[] {new String[] {lexicon}, new String[] {term}, new String[] {"word"}, 0, 0},
        new Object[] {lexicon, term, term, "word", null, null, null, null});
  }

  private Owned anyJob() {
    return someJobs.get(ThreadLocalRandom.current().nextInt(someJobs.size()));
  }

  private static int owner() {
    return ThreadLocalRandom.current().nextInt(OWNERS) + 1;
  }

  // As Setup makes them, and their ids.
  private static int ownerOf(int number) {
    return number % 5 == 0 ? 1 : number % OWNERS + 1;
  }

  private static UUID jobId(int number) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(("job " + number).getBytes(StandardCharsets.UTF_8));
      ByteBuffer halves = ByteBuffer.wrap(hash);
      return new UUID(halves.getLong(), halves.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
