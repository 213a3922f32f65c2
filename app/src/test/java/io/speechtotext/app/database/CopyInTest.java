package io.speechtotext.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class CopyInTest {

  private static final Table<Record> STAGED = DSL.table(DSL.name("staged terms"));
  private static final Field<Integer> ROW = DSL.field(DSL.name("row"), SQLDataType.INTEGER);
  private static final Field<String> TEXT = DSL.field(DSL.name("te\"xt"), SQLDataType.CLOB);
  private static final Field<?>[] COLUMNS = {ROW, TEXT};

  private final Database database;

  CopyInTest(ThrowawayDatabase copy) {
    database = MigratedSchema.open(copy);
  }

  @AfterEach
  void closePool() {
    database.close();
  }

  @Test
  void carriesEveryTextAsItIs() {
    List<String> texts =
        List.of("", "\\N", "\\.", "a\tb\nc\rd\\e", "\"quoted\",", "می‌خواهم", "𝄞", " blank ");
    List<String> back =
        database.atomically(
            Repeating.UNSAFE,
            dsl -> {
              long rows =
                  CopyIn.into(
                      staging(dsl),
                      STAGED,
                      COLUMNS,
                      copy -> IntStream.range(0, 8).forEach(i -> copy.row(i, texts.get(i))));
              assertThat(rows).isEqualTo(8);
              return dsl.select(TEXT).from(STAGED).orderBy(ROW).fetch(TEXT);
            });
    assertThat(back).isEqualTo(texts);
  }

  @Test
  void carriesNull() {
    Integer nulls =
        database.atomically(
            Repeating.UNSAFE,
            dsl -> {
              CopyIn.into(staging(dsl), STAGED, COLUMNS, copy -> copy.row(1, null));
              return dsl.fetchCount(STAGED, TEXT.isNull());
            });
    assertThat(nulls).isEqualTo(1);
  }

  @Test
  void sendsMoreThanItKeeps() {
    String longText = "x".repeat(1000);
    Integer rows =
        database.atomically(
            Repeating.UNSAFE,
            dsl -> {
              CopyIn.into(
                  staging(dsl),
                  STAGED,
                  COLUMNS,
                  copy -> IntStream.range(0, 1000).forEach(i -> copy.row(i, longText)));
              return dsl.fetchCount(STAGED);
            });
    assertThat(rows).isEqualTo(1000);
  }

  @Test
  void endsWithItsSource() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                database.atomically(
                    Repeating.UNSAFE,
                    dsl ->
                        CopyIn.into(
                            staging(dsl),
                            STAGED,
                            COLUMNS,
                            copy -> {
                              copy.row(1, "x");
                              throw new IllegalStateException("the file ends here");
                            })))
        .withMessage("the file ends here");
  }

  @Test
  void isRefusedWithoutTheValue() {
    Throwable failure =
        catchThrowable(
            () ->
                database.atomically(
                    Repeating.UNSAFE,
                    dsl ->
                        CopyIn.into(
                            staging(dsl), STAGED, COLUMNS, copy -> copy.row("s3cr3t", "x"))));
    assertThat(failure).isInstanceOf(InvalidValueException.class);
    FailuresTest.assertSaysNothingOf("s3cr3t", failure);
  }

  @Test
  void isNoticedWhenItsRefusalIsKeptQuiet() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () ->
                database.transaction(
                    tx ->
                        tx.atomically(
                            Repeating.UNSAFE,
                            dsl ->
                                catchThrowable(
                                    () ->
                                        CopyIn.into(
                                            staging(dsl),
                                            STAGED,
                                            COLUMNS,
                                            copy -> copy.row("x", "x"))))));
  }

  @Test
  void rowsAreHandedOverAsTheyCome() {
    List<Integer> seen = new ArrayList<>();
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                database.forEach(
                    // Would take the server half a minute to the end.
                    dsl ->
                        dsl.select(DSL.field("n", SQLDataType.INTEGER))
                            .from("generate_series(1, 100000) n, pg_sleep(0.0003 * sign(n))"),
                    row -> {
                      seen.add(row.value1());
                      if (seen.size() == 700) {
                        throw new IllegalStateException("enough");
                      }
                    }))
        .withMessage("enough");
    assertThat(seen).hasSize(700);
  }

  @Test
  void aQueryOfManyRowsFailsAsAnyOther() {
    Throwable failure =
        catchThrowable(
            () ->
                database.forEach(
                    dsl ->
                        dsl.select(DSL.field("1 / (2000 - n)", SQLDataType.INTEGER))
                            .from("generate_series(1, 100000) n"),
                    row -> {}));
    assertThat(failure).hasMessageContaining("22012");
    FailuresTest.assertSaysNothingOf("2000", failure);
  }

  private static DSLContext staging(DSLContext dsl) {
    dsl.execute(
        "CREATE TEMPORARY TABLE \"staged terms\" (row int, \"te\"\"xt\" text) ON COMMIT DROP");
    return dsl;
  }
}
