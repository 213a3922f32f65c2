package io.speechtotext.app.apikey;

import static io.speechtotext.jooq.Tables.API_KEYS;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.impl.DSL;

/** The rows of the old service that have no digest yet. */
final class LegacyKeyRows {

  /** How many of them are tried for one key that is not known. */
  static final int MOST_TRIED = 20;

  /** How many of them are listed. */
  static final int MOST_LISTED = 1000;

  // Whoever was there last is the likeliest to come again.
  private static final List<OrderField<?>> LAST_USED_FIRST =
      List.of(API_KEYS.LAST_USED_AT.desc().nullsLast(), API_KEYS.ID.desc());

  /** A row, and the hash to compare with; prints its id alone. */
  record Candidate(int id, String hash) {

    @Override
    public String toString() {
      return "Candidate[id=" + id + "]";
    }
  }

  private LegacyKeyRows() {}

  /** Those that are tried, in this order. */
  static List<Candidate> candidates(DSLContext dsl) {
    return dsl.select(API_KEYS.ID, API_KEYS.KEY_HASH)
        .from(API_KEYS)
        .where(isLegacy())
        .and(canMove())
        .orderBy(LAST_USED_FIRST)
        .limit(MOST_TRIED)
        .fetch(row -> new Candidate(row.value1(), row.value2()));
  }

  /**
   * Gives a row its digest, unless it has got one or another hash meanwhile. Its bcrypt stays, so
   * that the old service goes on knowing the key.
   *
   * @return how many rows got it: 1 or 0
   */
  static int move(DSLContext dsl, Candidate row, KeyDigest digest, Optional<String> prefix) {
    return dsl.update(API_KEYS)
        .set(API_KEYS.KEY_DIGEST, digest.bytes())
        .set(API_KEYS.KEY_PREFIX, prefix.orElse(null))
        .where(API_KEYS.ID.eq(row.id()))
        .and(API_KEYS.KEY_HASH.eq(row.hash()))
        .and(API_KEYS.KEY_DIGEST.isNull())
        .execute();
  }

  /** All that let somebody in, or the first so many of them, last used first. */
  static List<LegacyApiKey> list(DSLContext dsl) {
    Condition isTried =
        canMove()
            .and(
                DSL.count()
                    .filterWhere(canMove())
                    .over()
                    .orderBy(LAST_USED_FIRST)
                    .rowsUnboundedPreceding()
                    .le(MOST_TRIED));
    return dsl.select(
            API_KEYS.ID,
            API_KEYS.NAME,
            API_KEYS.LAST_USED_AT,
            API_KEYS.EXPIRES_AT,
            DSL.field(canMove()),
            DSL.field(isTried))
        .from(API_KEYS)
        .where(isLegacy())
        .orderBy(LAST_USED_FIRST)
        .limit(MOST_LISTED)
        .fetch(
            row ->
                new LegacyApiKey(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6()));
  }

  private static Condition isLegacy() {
    return API_KEYS.KEY_DIGEST.isNull().and(ApiKeyRows.letsIn());
  }

  // Its library offered argon2 too. No expense above 15: one such row would hold a place for
  // seconds.
  private static Condition canMove() {
    return DSL.left(API_KEYS.KEY_HASH, 7).likeRegex("^\\$2[abxy]\\$(0[4-9]|1[0-5])\\$$");
  }
}
