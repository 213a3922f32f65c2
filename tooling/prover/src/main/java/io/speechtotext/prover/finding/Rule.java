package io.speechtotext.prover.finding;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules, in the order in which a reader wants to see what broke them. */
public enum Rule {
  /** The script fails, on rows or without any. */
  FAILS(
      Severity.ERROR,
      "the migration fails",
      "It would fail in production as it failed here, and the deployment would stop."),
  /** A statement runs into the prover's limit. */
  NEVER_ENDS(
      Severity.ERROR,
      "the migration does not end",
      "A statement was still at work when its time was over; in production it would hold its locks"
          + " as long."),
  /** Something that the proof needs is missing. */
  NOT_PROVEN(
      Severity.ERROR,
      "the migration could not be proven",
      "Nobody knows what it does until it has run."),
  UNDO_MISSING(
      Severity.ERROR,
      "a migration without its undo, or an undo without its migration",
      "A release that turns out wrong cannot be taken back."),
  /** The catalog after the undo is not what it was. */
  UNDO_INCOMPLETE(
      Severity.ERROR,
      "the undo does not restore the schema",
      "After going down, code of the former release meets a schema that it does not know, and the"
          + " way up may be blocked."),
  UNDO_LOSES_DATA(
      Severity.ERROR,
      "the undo changes rows that were there before the migration",
      "Going up and down again costs data that the migration did not bring."),
  DROPS_DATA(
      Severity.ERROR,
      "a table, column, schema or type is dropped, or a table emptied",
      "Data is gone, and the code that runs during the deployment still asks for it."),
  BREAKS_OLD_CODE(
      Severity.ERROR,
      "code of the former version fails on the new schema",
      "During a rolling deployment both run at once: requests fail until the last old process has"
          + " ended."),
  DEPENDS_ON_DATA(
      Severity.ERROR,
      "rows that exist may refuse the migration",
      "It succeeds on every database but the one that matters, for rows there may break the new"
          + " rule."),
  CONSTRAINT_NOT_VALID(
      Severity.ERROR,
      "a CHECK or foreign key is added already validated",
      "All rows are read while nobody can write."),
  FK_LOCKS_BOTH(
      Severity.ERROR,
      "a foreign key locks two tables for longer than a moment",
      "Writes to both tables wait, not only to the one that gets the key."),
  SET_NOT_NULL_SCAN(
      Severity.ERROR,
      "SET NOT NULL reads the whole table",
      "All rows are read while nobody can read or write."),
  TYPE_CHANGE_REWRITE(
      Severity.ERROR,
      "a type change rewrites the table",
      "All rows and indexes are written anew while nobody can read or write."),
  TABLE_REWRITE(
      Severity.ERROR,
      "the table is rewritten",
      "All rows and indexes are written anew while nobody can read or write."),
  INDEX_REWRITE(
      Severity.ERROR,
      "an index is rebuilt under lock",
      "The whole index is built anew while nobody can write, or even read."),
  INDEX_NOT_CONCURRENT(
      Severity.ERROR,
      "an index is made, dropped or rebuilt without CONCURRENTLY",
      "Nobody can write until it is done; a drop makes reads wait too."),
  UNIQUE_BUILDS_INDEX(
      Severity.ERROR,
      "UNIQUE or PRIMARY KEY builds its index under lock",
      "The index is built while nobody can read or write."),
  PK_FLIPS_NULL(
      Severity.ERROR,
      "PRIMARY KEY USING INDEX makes a column NOT NULL",
      "All rows are read while nobody can read or write."),
  EXCLUSION_CONSTRAINT(
      Severity.ERROR,
      "an exclusion constraint on an existing table",
      "It builds its index while nobody can read or write, and there is no other way to add it."),
  NO_LOCK_TIMEOUT(
      Severity.ERROR,
      "a blocking lock is waited for without limit",
      "One long query in front of it, and everybody behind it waits too."),
  WORK_UNDER_EXCLUSIVE(
      Severity.ERROR,
      "work goes on while a table is locked exclusively",
      "Nobody can read or write that table until the transaction ends."),
  UNBATCHED_BACKFILL(
      Severity.ERROR,
      "rows are changed in the same transaction as the schema",
      "All changed rows stay locked, and so does the table, until the last one is written."),
  MIXED_TRANSACTION(
      Severity.ERROR,
      "a statement that cannot run in a transaction stands beside others",
      "The script stops half-way, or is run without the protection of a transaction."),
  INVALID_INDEX(
      Severity.ERROR,
      "an invalid index is left, or hidden behind IF NOT EXISTS",
      "It costs every write and serves no read."),
  FK_WITHOUT_INDEX(
      Severity.ERROR,
      "a foreign key without an index on its columns",
      "Each delete or key change in the referenced table reads the whole referring one."),
  VERSION_COLLISION(
      Severity.ERROR,
      "versions that collide",
      "Which of two files runs, or whether one runs at all, differs from database to database."),
  UNUSED_ALLOW(Severity.ERROR, "an allowance that nothing needs", "It will hide the next breach."),
  MANY_ALTERS(
      Severity.WARNING,
      "several ALTER TABLEs of one table that could be one",
      "Each may read or rewrite the table for itself, and each asks for the lock again."),
  WEAK_TYPE(
      Severity.WARNING, "a type that will be regretted", "Changing it later rewrites the table.");

  private final Severity severity;
  private final String title;
  private final String harm;

  Rule(Severity severity, String title, String harm) {
    this.severity = severity;
    this.title = title;
    this.harm = harm;
  }

  /** The rule's id as people write it: {@code index-not-concurrent}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rule of that id. */
  public static Optional<Rule> ofId(String id) {
    return Stream.of(values()).filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** What a breach does to the build. */
  public Severity severity() {
    return severity;
  }

  /** What a breach is, in a few words without a full stop. */
  public String title() {
    return title;
  }

  /** Why a breach hurts, in a sentence. */
  public String harm() {
    return harm;
  }
}
