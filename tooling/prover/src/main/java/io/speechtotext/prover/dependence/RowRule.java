package io.speechtotext.prover.dependence;

import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Table;
import org.jspecify.annotations.Nullable;

/**
 * Something that a migration demands of rows which are there already.
 *
 * @param table as it was before
 * @param object {@code table.column}, where columns are known
 * @param rule for people: {@code NOT NULL}, or a constraint's or an index's name
 * @param offenders a query of the rows that break it, on the schema of before
 * @param sabotage makes such rows
 * @param notValid the same constraint, where it was there without having been validated; else null
 */
record RowRule(
    Table table,
    String object,
    String rule,
    String offenders,
    Sabotage sabotage,
    @Nullable Constraint notValid) {}
