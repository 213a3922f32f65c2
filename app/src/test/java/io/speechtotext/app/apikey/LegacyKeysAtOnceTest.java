package io.speechtotext.app.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.apikey.Authentication.Unknown;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.failure.UnavailableException.Reason;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.lang.Thread.State;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody who sends many wrong keys takes two threads' time, and no more. */
@FromTemplate(MigratedSchema.class)
@Timeout(60)
class LegacyKeysAtOnceTest {

  private final AtomicInteger inside = new AtomicInteger();
  private final CountDownLatch bothAreInside = new CountDownLatch(LegacyKeys.MOST_AT_ONCE);
  private final CountDownLatch mayGoOn = new CountDownLatch(1);

  @Test
  void twoAreTriedAtOnceAndTheThirdWaits(ThrowawayDatabase copy) throws InterruptedException {
    try (Database database = MigratedSchema.open(copy)) {
      Statements statements = held(database);
      LegacyKeys legacy = LegacyKeys.with(Bcrypt.load(), System::nanoTime);
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < LegacyKeys.MOST_AT_ONCE; i++) {
        threads.add(trying(legacy, statements, "0123456789" + i));
      }
      bothAreInside.await();
      Thread third = trying(legacy, statements, "0123456789third");
      threads.add(third);
      while (third.getState() != State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      assertThat(inside).hasValue(LegacyKeys.MOST_AT_ONCE);
      mayGoOn.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(inside).hasValue(LegacyKeys.MOST_AT_ONCE + 1);
    }
  }

  @Test
  void whoeverComesWhileManyWaitIsRefusedAtOnce(ThrowawayDatabase copy)
      throws InterruptedException {
    try (Database database = MigratedSchema.open(copy)) {
      Statements statements = held(database);
      LegacyKeys legacy = LegacyKeys.with(Bcrypt.load(), System::nanoTime);
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < LegacyKeys.MOST_AT_ONCE + LegacyKeys.MOST_WAITING; i++) {
        threads.add(trying(legacy, statements, "0123456789" + i));
      }
      bothAreInside.await();
      awaitWaiting(threads, LegacyKeys.MOST_WAITING);
      PresentedKey another = PresentedKey.of("0123456789another").orElseThrow();
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> legacy.authenticate(another, Unknown::new, statements))
          .returns(Reason.BUSY, UnavailableException::reason);
      mayGoOn.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(legacy.authenticate(another, Unknown::new, statements)).isEqualTo(new Unknown());
    }
  }

  private static void awaitWaiting(List<Thread> threads, int many) {
    while (threads.stream().filter(each -> each.getState() == State.TIMED_WAITING).count() < many) {
      Thread.onSpinWait();
    }
  }

  private static Thread trying(LegacyKeys legacy, Statements statements, String key) {
    Thread thread =
        new Thread(
            () -> legacy.authenticate(PresentedKey.of(key).orElseThrow(), Unknown::new, statements),
            key);
    thread.start();
    return thread;
  }

  // Whoever reads the rows stays until they may go on.
  private Statements held(Database database) {
    return new CountedStatements(database) {
      @Override
      public <T> T read(Function<DSLContext, T> statement) {
        inside.incrementAndGet();
        bothAreInside.countDown();
        try {
          mayGoOn.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        return super.read(statement);
      }
    };
  }
}
