package io.speechtotext.migrator.guard;

import io.speechtotext.migrator.Version;
import java.time.Instant;

/**
 * A table in schema {@code undone}.
 *
 * @param name without the schema
 * @param version whose undo made it
 * @param table what it is a copy of, as SQL writes it
 * @param copiedAt when, to the second
 * @param rows how many were copied
 * @param sizeInBytes what it takes on disk now
 */
public record UndoneCopy(
    String name, Version version, String table, Instant copiedAt, long rows, long sizeInBytes) {}
