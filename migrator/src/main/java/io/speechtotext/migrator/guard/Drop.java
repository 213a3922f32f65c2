package io.speechtotext.migrator.guard;

import org.jspecify.annotations.Nullable;

/**
 * A table or a column that a script drops, or a table that it empties.
 *
 * @param table by the name that it has before the script runs
 * @param column likewise; null for the whole table
 * @param mayBeMissing whether the script minds when it is not there
 */
public record Drop(TableName table, @Nullable String column, boolean mayBeMissing) {}
