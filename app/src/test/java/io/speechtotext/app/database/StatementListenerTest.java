package io.speechtotext.app.database;

import static io.speechtotext.jooq.Tables.JOBS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.failure.UnexpectedFailureException;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class StatementListenerTest {

  private static final Prepared<String, Integer> COUNT =
      Prepared.single("jobs.count", (dsl, none) -> dsl.selectCount().from(JOBS), row -> 1);

  private final List<StatementReport> reports = new ArrayList<>();
  private final Database database;

  StatementListenerTest(ThrowawayDatabase copy) {
    DatabaseOptions options =
        DatabaseOptions.of(MigratedSchema.settings(copy, copy.password())).with(reports::add);
    database = Database.open(options, attempt -> {});
  }

  @AfterEach
  void closePool() {
    database.close();
  }

  @Test
  void hearsTheNameOfAPreparedStatement() {
    database.read(COUNT, "");
    database.named("never").write(Repeating.SAFE, COUNT, "");
    assertThat(names()).containsExactly("jobs.count", "jobs.count");
    assertThat(reports).allSatisfy(each -> assertThat(each.outcome()).isEqualTo("ok"));
    assertThat(reports).allSatisfy(each -> assertThat(each.duration()).isPositive());
  }

  @Test
  void hearsTheNameThatWasGiven() {
    Statements named = database.named("jobs.look");
    named.read(dsl -> dsl.fetchCount(JOBS));
    named.write(Repeating.SAFE, dsl -> dsl.fetchCount(JOBS));
    named.atomically(Repeating.SAFE, dsl -> dsl.fetchCount(JOBS));
    named.forEach(dsl -> dsl.selectFrom(JOBS), row -> {});
    named.named("jobs.other").read(dsl -> dsl.fetchCount(JOBS));
    assertThat(names())
        .containsExactly("jobs.look", "jobs.look", "jobs.look", "jobs.look", "jobs.other");
  }

  @Test
  void hearsTheClassOfWhatHasNoName() {
    database.read(dsl -> dsl.fetchCount(JOBS));
    assertThat(names()).containsExactly("StatementListenerTest");
  }

  @Test
  void hearsOfATransactionAndOfEachStatementInIt() {
    database.transaction(
        tx -> tx.read(COUNT, "") + tx.named("jobs.look").read(dsl -> dsl.fetchCount(JOBS)));
    assertThat(names()).containsExactly("jobs.count", "jobs.look", "transaction");
  }

  @Test
  void hearsWhatWentWrongAndHowOftenItWasTried() {
    assertThatExceptionOfType(UnexpectedFailureException.class)
        .isThrownBy(() -> database.named("wrong").read(dsl -> dsl.fetch("SELECT 1 / 0")));
    AtomicInteger runs = new AtomicInteger();
    database
        .named("again")
        .write(
            Repeating.SAFE,
            dsl ->
                dsl.execute(
                    runs.incrementAndGet() < 3
                        ? "DO $$ BEGIN RAISE SQLSTATE '40001'; END $$"
                        : "SELECT 1"));
    assertThat(reports)
        .extracting(StatementReport::name, StatementReport::outcome, StatementReport::attempts)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("wrong", "UnexpectedFailure", 1),
            org.assertj.core.groups.Tuple.tuple("again", "ok", 3));
  }

  @Test
  void doesNoHarmWhenItFails(ThrowawayDatabase copy) {
    DatabaseOptions options =
        DatabaseOptions.of(MigratedSchema.settings(copy, copy.password()))
            .with(
                report -> {
                  throw new IllegalStateException("no room for metrics");
                })
            .with(reports::add);
    try (Database observed = Database.open(options)) {
      assertThat(observed.read(COUNT, "")).isEqualTo(1);
    }
    assertThat(names()).containsExactly("jobs.count");
  }

  private List<String> names() {
    return reports.stream().map(StatementReport::name).toList();
  }
}
