package io.speechtotext.throwaway.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class ReadinessTest {

  private final PGSimpleDataSource nobody = new PGSimpleDataSource();

  @BeforeEach
  void nameAPortThatNobodyListensOn() {
    nobody.setUrl("jdbc:postgresql://127.0.0.1:1/");
  }

  @Test
  void givesUpAtItsLimitAndSaysWhatTheServerLastSaid() {
    assertThatThrownBy(() -> Readiness.await(nobody, Duration.ZERO, () -> {}))
        .isInstanceOf(TimeoutException.class)
        .hasMessage("no answer within 0 s")
        .hasCauseInstanceOf(SQLException.class);
  }

  @Test
  void givesUpAtOnceWhenWaitingMakesNoSense() {
    IOException ended = new IOException("the server ended");
    assertThatThrownBy(
            () ->
                Readiness.await(
                    nobody,
                    Duration.ofDays(1),
                    () -> {
                      throw ended;
                    }))
        .isSameAs(ended);
  }
}
