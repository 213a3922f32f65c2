package io.speechtotext.prover.report;

import io.speechtotext.prover.catalog.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says in words what a column was before it was changed. */
final class ColumnWords {

  private ColumnWords() {}

  /** Only what is different now: {@code named state, integer, null allowed}. */
  static String ofWhatWas(Column was, Column now) {
    List<String> words = new ArrayList<>();
    if (!was.name().equals(now.name())) {
      words.add("named " + was.name());
    }
    if (!was.type().equals(now.type())) {
      words.add(was.type());
    }
    if (was.notNull() != now.notNull()) {
      words.add(was.notNull() ? "not null" : "null allowed");
    }
    if (!Objects.equals(was.defaultSql(), now.defaultSql())) {
      words.add(was.defaultSql() == null ? "without default" : "default " + was.defaultSql());
    }
    if (!was.identity().equals(now.identity())) {
      words.add(was.identity().isEmpty() ? "no identity" : "identity");
    }
    if (!Objects.equals(was.comment(), now.comment())) {
      words.add(was.comment() == null ? "without comment" : "with another comment");
    }
    return String.join(", ", words);
  }
}
