package io.speechtotext.migrator.history;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the history, as it was found.
 *
 * @param rank its place; it grows with time, and may have gaps
 * @param version in the words of the file's name; null when the row is about no version
 * @param type {@code SQL} when applied, {@link HistoryEntry#UNDONE} when undone; other tools'
 *     releases may have written others
 * @param checksum of the script; null when the writer had none
 * @param installedOn null only when another tool left it out
 * @param success false when a script that ran outside a transaction failed half-way
 */
public record HistoryRow(
    int rank,
    @Nullable String version,
    String description,
    String type,
    String script,
    @Nullable Integer checksum,
    String installedBy,
    @Nullable Instant installedOn,
    Duration executionTime,
    boolean success) {}
