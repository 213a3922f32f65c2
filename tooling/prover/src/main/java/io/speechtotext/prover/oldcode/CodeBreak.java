package io.speechtotext.prover.oldcode;

/**
 * Something that code of the former version relies on and that the new version does not keep.
 *
 * @param table the table's name in the former version; empty when it is about a type alone
 * @param object {@code table.column} where a column is to blame
 * @param detail what differs, in a sentence
 * @param rewrite how to do it in steps that code can follow
 * @param refutable whether inserts that leave it to a default or a trigger, and succeed, show that
 *     code does not meet it
 */
record CodeBreak(String table, String object, String detail, String rewrite, boolean refutable) {

  CodeBreak with(String evidence) {
    return new CodeBreak(table, object, detail + " " + evidence, rewrite, refutable);
  }
}
