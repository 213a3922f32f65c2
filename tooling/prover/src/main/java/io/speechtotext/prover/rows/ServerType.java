package io.speechtotext.prover.rows;

import java.util.List;

/**
 * A type, as the server describes it.
 *
 * @param name unquoted, without its schema
 * @param builtIn whether it is the server's own
 * @param kind {@code b} (base), {@code c} (composite), {@code d} (domain), {@code e} (enum), {@code
 *     r} (range), {@code m} (multirange)
 * @param category {@code A} (array), {@code S} (text), and others
 * @param inner the element of an array, the base of a domain, what a range is a range of, the range
 *     of a multirange; 0 for any other
 * @param innerModifier of a domain's base; -1 when there is none
 * @param delimiter between an array's elements
 * @param notNull whether a domain refuses NULL
 * @param baseSql a domain's base, with its modifier, as SQL casts to it
 * @param labels an enum's
 * @param fields the types of a composite's
 * @param fieldModifiers of those, in the same order
 * @param checks a domain's own, as expressions over {@code VALUE}
 * @param checkNames of those, in the same order
 */
record ServerType(
    String name,
    boolean builtIn,
    char kind,
    char category,
    long inner,
    int innerModifier,
    char delimiter,
    boolean notNull,
    String baseSql,
    List<String> labels,
    List<Long> fields,
    List<Integer> fieldModifiers,
    List<String> checks,
    List<String> checkNames) {

  /** Copies the lists. */
  ServerType {
    labels = List.copyOf(labels);
    fields = List.copyOf(fields);
    fieldModifiers = List.copyOf(fieldModifiers);
    checks = List.copyOf(checks);
    checkNames = List.copyOf(checkNames);
  }

  /** Whether it is a true array, rather than one of the types of fixed length that look so. */
  boolean isArray() {
    return kind == 'b' && category == 'A' && inner != 0 && !PlainValues.knows(name);
  }
}
