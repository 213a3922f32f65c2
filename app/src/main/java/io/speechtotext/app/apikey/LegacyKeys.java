package io.speechtotext.app.apikey;

import io.speechtotext.app.apikey.Authentication.Unknown;
import io.speechtotext.app.apikey.LegacyKeyRows.Candidate;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.failure.Rule;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.failure.UnavailableException.Outcome;
import io.speechtotext.app.failure.UnavailableException.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets in the old service's keys until each has a digest. One that no digest matches is tried with
 * bcrypt, a quarter of a second for each row: so few rows are tried, few keys at a time, and a key
 * that was tried in vain not again for a while. Thread-safe.
 */
final class LegacyKeys {

  static final int MOST_AT_ONCE = 2;

  /** More could not be served within the time that they wait. */
  static final int MOST_WAITING = 8;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Bcrypt bcrypt;
  private final MissMemory misses;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);
  private final Semaphore room = new Semaphore(MOST_AT_ONCE + MOST_WAITING);

  private LegacyKeys(Bcrypt bcrypt, MissMemory misses) {
    this.bcrypt = bcrypt;
    this.misses = misses;
  }

  /**
   * Remembers nobody yet.
   *
   * @param nanoClock such as {@link System#nanoTime()}
   */
  static LegacyKeys with(Bcrypt bcrypt, LongSupplier nanoClock) {
    return new LegacyKeys(bcrypt, new MissMemory(nanoClock));
  }

  /**
   * Tries a key that no digest matches.
   *
   * @param byDigest looks for its digest; asked before, for it may have got one while this key
   *     waited for its turn, and behind, for then it has one or another process gave it one
   * @throws UnavailableException when too many others are being tried
   */
  Authentication authenticate(
      PresentedKey key, Supplier<Authentication> byDigest, Statements statements) {
    if (!key.mayBeTheOldServices() || misses.holds(key.digest())) {
      return new Unknown();
    }
    if (!room.tryAcquire()) {
      throw busy();
    }
    try {
      return inPlace(() -> known(byDigest).orElseGet(() -> tried(key, byDigest, statements)));
    } finally {
      room.release();
    }
  }

  private Authentication inPlace(Supplier<Authentication> trial) {
    takePlace();
    try {
      return trial.get();
    } finally {
      places.release();
    }
  }

  private Authentication tried(
      PresentedKey key, Supplier<Authentication> byDigest, Statements statements) {
    if (misses.holds(key.digest())) {
      return new Unknown();
    }
    matching(key, statements).ifPresent(row -> move(row, key, statements));
    return known(byDigest)
        .orElseGet(
            () -> {
              misses.remember(key.digest());
              return new Unknown();
            });
  }

  private static void move(Candidate row, PresentedKey key, Statements statements) {
    try {
      statements.write(
          Repeating.SAFE, dsl -> LegacyKeyRows.move(dsl, row, key.digest(), key.oldPrefix()));
    } catch (ConflictException e) {
      // The old service had this key in two rows, and the other one has moved: that one decides.
      if (e.rule() != Rule.KEY_DIGEST_TAKEN) {
        throw e;
      }
    }
  }

  private Optional<Candidate> matching(PresentedKey key, Statements statements) {
    return statements.read(LegacyKeyRows::candidates).stream()
        .filter(row -> bcrypt.matches(key, row.hash()))
        .findFirst();
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
