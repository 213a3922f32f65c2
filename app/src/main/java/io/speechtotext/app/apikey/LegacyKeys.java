package io.speechtotext.app.apikey;

import io.speechtotext.app.apikey.Authentication.Unknown;
import io.speechtotext.app.apikey.LegacyKeyRows.Candidate;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.failure.UnavailableException.Outcome;
import io.speechtotext.app.failure.UnavailableException.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets in the old service's keys until each has a digest. One that no digest matches is tried with
 * bcrypt, a quarter of a second for each row: so few rows are tried, few keys at a time, and a key
 * that was tried in vain not again for a while. Thread-safe.
 */
final class LegacyKeys {

  static final int MOST_AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Statements statements;
  private final Bcrypt bcrypt;
  private final MissMemory misses;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);

  LegacyKeys(Statements statements, Bcrypt bcrypt, MissMemory misses) {
    this.statements = statements;
    this.bcrypt = bcrypt;
    this.misses = misses;
  }

  /**
   * Tries a key that no digest matches.
   *
   * @param byDigest looks for its digest; asked before, for it may have got one while this key
   *     waited for its turn, and behind, for then it has one or another process gave it one
   * @throws UnavailableException when too many others are being tried
   */
  Authentication authenticate(PresentedKey key, Supplier<Authentication> byDigest) {
    if (!key.mayBeTheOldServices() || misses.holds(key.digest())) {
      return new Unknown();
    }
    takePlace();
    try {
      return known(byDigest).orElseGet(() -> tried(key, byDigest));
    } finally {
      places.release();
    }
  }

  private Authentication tried(PresentedKey key, Supplier<Authentication> byDigest) {
    if (misses.holds(key.digest())) {
      return new Unknown();
    }
    matching(key).ifPresent(row -> move(row, key));
    return known(byDigest)
        .orElseGet(
            () -> {
              misses.remember(key.digest());
              return new Unknown();
            });
  }

  private Optional<Candidate> matching(PresentedKey key) {
    return statements.read(LegacyKeyRows::candidates).stream()
        .filter(row -> bcrypt.matches(key, row.hash()))
        .findFirst();
  }

  private void move(Candidate row, PresentedKey key) {
    statements.write(
        Repeating.SAFE,
        dsl -> {
          LegacyKeyRows.move(dsl, row, key.digest(), key.oldPrefix());
          return row.id();
        });
  }

  private static Optional<Authentication> known(Supplier<Authentication> byDigest) {
    return Optional.of(byDigest.get()).filter(found -> !(found instanceof Unknown));
  }

  private void takePlace() {
    try {
      if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
  }

  private static UnavailableException busy() {
    return new UnavailableException(Reason.BUSY, Outcome.NOT_DONE, true, null);
  }
}
