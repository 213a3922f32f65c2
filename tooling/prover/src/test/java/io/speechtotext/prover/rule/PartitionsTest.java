package io.speechtotext.prover.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.prover.ProvenCase;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only some of the servers know, and so is no rule's case. */
@ExtendWith(ThrowawayPostgresExtension.class)
class PartitionsTest {

  private final ThrowawayPostgres postgres;

  PartitionsTest(ThrowawayPostgres postgres) {
    this.postgres = postgres;
  }

  @Test
  void bearsTheCheckThatDetachingConcurrentlyLeaves() throws SQLException {
    String concurrently = postgres.majorVersion() >= 14 ? " CONCURRENTLY" : "";

    assertThat(
            new ProvenCase(postgres, Rule.CONSTRAINT_NOT_VALID)
                .with(
                    "V1__events.sql",
                    """
                    CREATE TABLE events (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
                    CREATE TABLE events_old PARTITION OF events
                        FOR VALUES FROM ('2000-01-01') TO ('2021-01-01');
                    INSERT INTO events VALUES (1, '2020-01-01');
                    """)
                .with(
                    "V2__detach.sql",
                    "ALTER TABLE events DETACH PARTITION events_old" + concurrently + ";")
                .with("V2__detach.sql.conf", "executeInTransaction=false")
                .titles())
        .isEmpty();
  }
}
