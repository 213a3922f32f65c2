package io.speechtotext.prover.catalog;

import java.util.List;

/**
 * A type that was made by name.
 *
 * @param oid its object id
 * @param schema unquoted
 * @param name unquoted
 * @param kind {@code e} (enum), {@code d} (domain), {@code c} (composite), {@code r} (range)
 * @param baseType object id of what a domain is made of; 0 for any other
 * @param labels an enum's values in their order; empty for any other
 */
public record NamedType(
    long oid, String schema, String name, String kind, long baseType, List<String> labels) {

  /** Copies the list. */
  public NamedType {
    labels = List.copyOf(labels);
  }

  /** The name for people: with its schema unless that is {@code public}. */
  @Override
  public String toString() {
    return schema.equals("public") ? name : schema + "." + name;
  }
}
