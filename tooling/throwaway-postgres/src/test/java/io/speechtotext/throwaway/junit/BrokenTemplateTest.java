package io.speechtotext.throwaway.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.testing.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A template that cannot be filled fails every test that wants a copy, each with the reason. */
class BrokenTemplateTest {

  private static final AtomicInteger FILLINGS = new AtomicInteger();

  @Test
  void failsAllItsTestsWithTheReasonAndIsTriedOnce() {
    List<Throwable> failures = TestRun.of(One.class, Two.class).failures();
    assertThat(failures).hasSize(2);
    assertThat(failures)
        .allSatisfy(
            failure ->
                assertThat(failure)
                    .hasMessageContainingAll(Broken.class.getName(), "could not fill its database")
                    .hasStackTraceContaining("relation \"nothing\" does not exist"));
    assertThat(FILLINGS).hasValue(1);
  }

  static final class Broken implements DatabaseTemplate {

    @Override
    public void fill(DataSource empty) throws SQLException {
      FILLINGS.incrementAndGet();
      Sql.execute(empty, "INSERT INTO nothing VALUES (1)");
    }
  }

  @FromTemplate(Broken.class)
  static class One {

    @Test
    void wantsACopy(ThrowawayDatabase database) {
      assertThat(database.name()).isEmpty();
    }
  }

  @FromTemplate(Broken.class)
  static class Two {

    @Test
    void wantsACopy(ThrowawayDatabase database) {
      assertThat(database.name()).isEmpty();
    }
  }
}
