package io.speechtotext.app.database;

import static io.speechtotext.jooq.Tables.API_KEYS;
import static io.speechtotext.jooq.Tables.JOBS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@FromTemplate(MigratedSchema.class)
class PreparedTest {

  /** What is stored of a job here. */
  record Submitted(String jobId, @Nullable String language, @Nullable Long sizeInBytes) {}

  private static final String ID = "7d9c1c6e-3f5b-4c57-8f0e-2f4f3f6a9b10";

  private static final Prepared<Submitted, Integer> SUBMIT =
      Prepared.single(
          "jobs.submit",
          (dsl, job) ->
              dsl.insertInto(JOBS)
                  .set(JOBS.JOB_ID, job.bind(JOBS.JOB_ID, Submitted::jobId))
                  .set(JOBS.STATUS, "pending")
                  .set(JOBS.LANGUAGE, job.bind(JOBS.LANGUAGE, Submitted::language))
                  .set(
                      JOBS.AUDIO_SIZE_BYTES,
                      job.bind(JOBS.AUDIO_SIZE_BYTES, Submitted::sizeInBytes))
                  .returning(JOBS.ID),
          row -> row.get(JOBS.ID));

  private static final Prepared<String, Optional<Submitted>> FIND =
      Prepared.optional(
          "jobs.find",
          (dsl, id) ->
              dsl.select(JOBS.JOB_ID, JOBS.LANGUAGE, JOBS.AUDIO_SIZE_BYTES)
                  .from(JOBS)
                  .where(JOBS.JOB_ID.eq(id.bind(JOBS.JOB_ID, text -> text))),
          row ->
              new Submitted(
                  row.get(JOBS.JOB_ID), row.find(JOBS.LANGUAGE), row.find(JOBS.AUDIO_SIZE_BYTES)));

  private static final Prepared<String, Integer> REMOVE =
      Prepared.count(
          "jobs.remove",
          (dsl, status) ->
              dsl.deleteFrom(JOBS).where(JOBS.STATUS.eq(status.bind(JOBS.STATUS, text -> text))));

  private final Database database;

  PreparedTest(ThrowawayDatabase copy) {
    database = MigratedSchema.open(copy);
  }

  @BeforeEach
  void removeJobs() {
    database.write(Repeating.SAFE, dsl -> dsl.deleteFrom(JOBS).execute());
  }

  @AfterEach
  void closePool() {
    database.close();
  }

  @Test
  void storesFindsAndCounts() {
    Submitted job = new Submitted(UUID.randomUUID().toString(), "fa", 3_000_000_000L);
    assertThat(database.write(Repeating.SAFE, SUBMIT, job)).isPositive();
    assertThat(database.read(FIND, job.jobId())).contains(job);
    assertThat(database.read(FIND, "another")).isEmpty();
    assertThat(database.write(Repeating.SAFE, REMOVE, "pending")).isEqualTo(1);
    assertThat(database.write(Repeating.SAFE, REMOVE, "pending")).isZero();
  }

  @Test
  void takesAndGivesNull() {
    Submitted job = new Submitted(ID, null, null);
    database.write(Repeating.SAFE, SUBMIT, job);
    assertThat(database.read(FIND, ID)).contains(job);
  }

  @Test
  void isRefusedAsAnyStatementIs() {
    Submitted job = new Submitted(ID, null, null);
    database.write(Repeating.SAFE, SUBMIT, job);
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> database.write(Repeating.SAFE, SUBMIT, job))
        .satisfies(e -> assertThat(e.rule().constraint()).isEqualTo("uq_jobs_job_id"));
  }

  @Test
  void setsOneParameterWhereverItStands() {
    Field<Boolean> same = DSL.field(DSL.name("same"), SQLDataType.BOOLEAN);
    Prepared<String, List<Boolean>> twice =
        Prepared.list(
            "twice",
            (dsl, text) -> {
              Field<String> value = text.bind(SQLDataType.VARCHAR, each -> each);
              return dsl.select(same).from(DSL.select(DSL.field(value.eq(value)).as(same)));
            },
            row -> row.get(same));
    assertThat(twice.sql()).contains("? = ?");
    assertThat(database.read(twice, "x")).containsExactly(true);
  }

  @Test
  void leavesQuestionMarksAndColonsInTextAlone() {
    Field<String> text = DSL.inline("what? :p0 \\ $1").as("text");
    Prepared<String, String> literal =
        Prepared.single("literal", (dsl, none) -> dsl.select(text), row -> row.get(text));
    assertThat(database.read(literal, "")).isEqualTo("what? :p0 \\ $1");
  }

  static List<Sample<?>> samples() {
    return List.of(
        new Sample<>(SQLDataType.VARCHAR, "'; DROP TABLE jobs; --"),
        new Sample<>(SQLDataType.INTEGER, Integer.MIN_VALUE),
        new Sample<>(SQLDataType.BIGINT, Long.MAX_VALUE),
        new Sample<>(SQLDataType.SMALLINT, Short.MAX_VALUE),
        new Sample<>(SQLDataType.DOUBLE, 0.1),
        new Sample<>(SQLDataType.REAL, 0.1f),
        new Sample<>(SQLDataType.BOOLEAN, true),
        new Sample<>(SQLDataType.NUMERIC, new java.math.BigDecimal("1.50")),
        new Sample<>(SQLDataType.BLOB, new byte[] {0, -1, 92}),
        new Sample<>(SQLDataType.UUID, UUID.randomUUID()),
        new Sample<>(SQLDataType.INSTANT, Instant.parse("1883-11-18T12:03:58.123456Z")),
        new Sample<>(SQLDataType.INSTANT, Instant.parse("2026-03-29T01:30:00Z")),
        new Sample<>(SQLDataType.JSONB, JSONB.jsonb("{\"a\": [1, null, \"?\"]}")),
        new Sample<>(SQLDataType.VARCHAR.array(), new String[] {"a,b", "\"", "NULL"}),
        new Sample<>(SQLDataType.INTEGER.array(), new Integer[] {1, -1}),
        new Sample<>(SQLDataType.BIGINT.array(), new Long[] {1L << 40}),
        new Sample<>(SQLDataType.UUID.array(), new UUID[] {UUID.randomUUID()}));
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void carriesThereAndBack(Sample<T> sample) {
    Field<T> value = DSL.field(DSL.name("value"), sample.type);
    Prepared<Optional<T>, Optional<T>> echo =
        Prepared.single(
            "echo",
            (dsl, given) ->
                dsl.select(value)
                    .from(DSL.select(given.bind(sample.type, each -> each.orElse(null)).as(value))),
            row -> Optional.ofNullable(row.find(value)));
    assertThat(database.read(echo, Optional.of(sample.value)).orElseThrow())
        .isEqualTo(sample.value);
    assertThat(database.read(echo, Optional.<T>empty())).isEmpty();
  }

  /** A value of a type. */
  record Sample<T>(DataType<T> type, T value) {}

  @Test
  void refusesWhatItCannotCarry() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Prepared.count(
                    "unknown",
                    (org.jooq.DSLContext dsl, Parameters<String> given) ->
                        dsl.deleteFrom(JOBS)
                            .where(
                                DSL.val(java.time.LocalTime.NOON)
                                    .eq(
                                        given.bind(
                                            SQLDataType.LOCALTIME,
                                            text -> java.time.LocalTime.NOON)))))
        .withMessageContaining("java.time.LocalTime");
  }

  @Test
  void saysWhichColumnIsNotSelectedOrNull() {
    Prepared<String, List<String>> wrong =
        Prepared.list(
            "wrong", (dsl, none) -> dsl.select(JOBS.ID).from(JOBS), row -> row.get(JOBS.STATUS));
    database.write(Repeating.SAFE, SUBMIT, new Submitted(ID, null, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> database.read(wrong, ""))
        .withMessage("status is not selected");
    Prepared<String, List<String>> languages =
        Prepared.list(
            "languages",
            (dsl, none) -> dsl.select(JOBS.LANGUAGE).from(JOBS),
            row -> row.get(JOBS.LANGUAGE));
    assertThatIllegalStateException()
        .isThrownBy(() -> database.read(languages, ""))
        .withMessage("language is null");
  }

  @Test
  void holdsASingleToOneRow() {
    Prepared<String, Integer> none =
        Prepared.single(
            "none",
            (dsl, no) -> dsl.select(API_KEYS.ID).from(API_KEYS),
            row -> row.get(API_KEYS.ID));
    assertThatIllegalStateException()
        .isThrownBy(() -> database.read(none, ""))
        .withMessage("none has 1 row, not 0");
  }
}
